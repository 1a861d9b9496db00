<?xml version="1.0" encoding="UTF-8"?>
<!-- The search page. The search itself is a script that works on a local index; without scripts the page says so. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:e="urn:tei-encoder:edition"
                exclude-result-prefixes="e">

  <xsl:template name="search-page">
    <p class="trail"><a href="index.html"><xsl:value-of select="$w[@id = 'all-documents']"/></a></p>
    <h1><xsl:value-of select="$w[@id = 'page-search']"/></h1>
    <div id="search"><p><xsl:value-of select="$w[@id = 'search-needs-script']"/></p></div>
  </xsl:template>
</xsl:stylesheet>
