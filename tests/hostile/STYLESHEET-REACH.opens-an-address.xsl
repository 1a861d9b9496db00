<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:output method="text"/>
  <xsl:template match="/"><xsl:copy-of select="document('http://127.0.0.1:9/x.xml')"/></xsl:template>
</xsl:stylesheet>
