<?xml version="1.0" encoding="UTF-8"?>
<!--
  The edition: every page of a document, and the home and search pages. XSLT 1.0; of extensions only exsl:node-set.

  Input is the tree that tei_encoder/deliver/edition/compose.py makes: e:edition with TEI, e:pages, e:speakers and so on
  (docs/edition.md lists them), or e:site for the home page. The parameter page says which page is wanted: @key of an
  e:page, or "home" or "search".

  To change something, import this stylesheet into your own and write the template anew that bothers you:
  <xsl:import href="tei-encoder:site.xsl"/>. Each part has one concern; its first comment says which.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:include href="site-frame.xsl"/>
  <xsl:include href="site-home.xsl"/>
  <xsl:include href="site-search.xsl"/>
  <xsl:include href="site-text.xsl"/>
  <xsl:include href="site-speakers.xsl"/>
  <xsl:include href="site-votes.xsl"/>
  <xsl:include href="site-resolutions.xsl"/>
  <xsl:include href="site-gaps.xsl"/>
  <xsl:include href="site-dates.xsl"/>
  <xsl:include href="site-pictures.xsl"/>
  <xsl:include href="site-source.xsl"/>
  <xsl:include href="site-rules.xsl"/>
  <xsl:include href="site-about.xsl"/>

  <xsl:include href="words.xsl"/>
  <xsl:include href="html-common.xsl"/>
  <xsl:include href="html-header.xsl"/>
  <xsl:include href="html-contents.xsl"/>
  <xsl:include href="html-divisions.xsl"/>
  <xsl:include href="html-lists.xsl"/>
  <xsl:include href="html-speech.xsl"/>
  <xsl:include href="html-record.xsl"/>
  <xsl:include href="html-apparatus.xsl"/>
  <xsl:include href="html-inline.xsl"/>
  <xsl:include href="html-about.xsl"/>

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
</xsl:stylesheet>
