<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0" xmlns:e="http://exslt.org/common" extension-element-prefixes="e">
  <xsl:output method="text"/>
  <xsl:template match="/"><e:document href="written.txt">x</e:document></xsl:template>
</xsl:stylesheet>
