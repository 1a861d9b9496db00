<?xml version="1.0" encoding="UTF-8"?>
<!--
  Plain reading text: one paragraph a line, an empty line between paragraphs, no tags.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="reading.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- "no" leaves out the labels of the speakers. -->
  <xsl:param name="speakers">yes</xsl:param>
  <xsl:variable name="labels" select="$speakers"/>
</xsl:stylesheet>
