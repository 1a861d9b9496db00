<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:import href="http://127.0.0.1:9/x.xsl"/>
  <xsl:output method="text"/>
  <xsl:template match="/">x</xsl:template>
</xsl:stylesheet>
