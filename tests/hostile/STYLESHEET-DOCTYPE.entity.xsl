<!DOCTYPE x [<!ENTITY hosts SYSTEM "file:///etc/hosts">]>
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:output method="text"/>
  <xsl:template match="/">&amp;</xsl:template>
</xsl:stylesheet>
