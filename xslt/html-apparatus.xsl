<?xml version="1.0" encoding="UTF-8"?>
<!-- Gaps, note anchors, editors' notes; faults and corrections; pages and lines. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:template match="t:gap">
    <span>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class">gap</xsl:with-param>
        <xsl:with-param name="title">
          <xsl:value-of select="$w[@id = 'gap']"/>
          <xsl:variable name="reason" select="$w[@id = concat('reason-', current()/@reason)]"/>
          <xsl:if test="@reason">: <xsl:value-of select="$reason"/><xsl:if test="not($reason)"><xsl:value-of select="@reason"/></xsl:if></xsl:if>
          <xsl:if test="@extent"><xsl:value-of select="concat(', ', $w[@id = 'extent'], ' ', @extent)"/></xsl:if>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <!-- The anchor of a note: a link there and the place the note links back to. -->
  <xsl:template match="t:ref[@type = 'noteAnchor']" priority="1">
    <xsl:variable name="note" select="key('by-id', substring-after(normalize-space(@target), '#'))[ancestor::t:text][1]"/>
    <xsl:variable name="page-of-note" select="$note/ancestor-or-self::t:*[@e:page][1]/@e:page"/>
    <!-- A note that is printed on another page stands again at the foot of this one (site-text.xsl). -->
    <xsl:variable name="href">
      <xsl:choose>
        <xsl:when test="$page-of-note and $page-of-note != $page and $note[self::t:note][@place or @type = 'editorial' or @type = 'footnote' or @type = 'endnote']">
          <xsl:value-of select="concat('#page:', $note/@xml:id)"/>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="safe-href"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <sup>
      <xsl:call-template name="attributes"><xsl:with-param name="class">anchor</xsl:with-param></xsl:call-template>
      <xsl:choose>
        <xsl:when test="$href != ''">
          <a href="{$href}" title="{substring(normalize-space($note), 1, 300)}">
            <xsl:variable name="place"><xsl:call-template name="place-of-anchor"/></xsl:variable>
            <xsl:if test="starts-with($href, '#') and $place != ''">
              <xsl:attribute name="id"><xsl:value-of select="$place"/></xsl:attribute>
            </xsl:if>
            <xsl:apply-templates/>
          </a>
        </xsl:when>
        <xsl:otherwise><span class="dangling" title="{$w[@id = 'no-such-note']}"><xsl:apply-templates/></span></xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <!-- to:note.1 for the first anchor of note.1, to:note.1:2 for the second; nothing beyond the fiftieth. -->
  <xsl:template name="place-of-anchor">
    <xsl:variable name="self" select="."/>
    <xsl:for-each select="key('anchors', @target)[position() &lt; 51]">
      <xsl:if test="count(. | $self) = 1">
        <xsl:value-of select="concat('to:', substring(@target, 2))"/>
        <xsl:if test="position() &gt; 1"><xsl:value-of select="concat(':', position())"/></xsl:if>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- A note of the source's editor: footnote, endnote. -->
  <xsl:template match="t:note[@place or @type = 'editorial' or @type = 'footnote' or @type = 'endnote']" priority="1">
    <xsl:variable name="inline">
      <xsl:call-template name="tag">
        <xsl:with-param name="name">
          <xsl:choose>
            <xsl:when test="parent::t:div or parent::t:sp or parent::t:body or parent::t:back or parent::t:front">div</xsl:when>
            <xsl:otherwise>span</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:variable>
    <xsl:element name="{$inline}">
      <xsl:call-template name="attributes"><xsl:with-param name="class">note editorial</xsl:with-param></xsl:call-template>
      <xsl:apply-templates/>
      <xsl:call-template name="links-back"/>
      <xsl:call-template name="permalink"/>
    </xsl:element>
  </xsl:template>

  <!-- Back to every anchor in the text (to the first, if there are more than five), else to what @target names, else say that there is none. -->
  <xsl:template name="links-back">
    <xsl:param name="only-here" select="false()"/>
    <xsl:variable name="anchors" select="key('anchors', concat('#', @xml:id))[current()/@xml:id]
                                         [not($only-here) or ancestor::t:*[@e:page][1]/@e:page = $page]"/>
    <xsl:variable name="href"><xsl:call-template name="safe-href"/></xsl:variable>
    <xsl:for-each select="$anchors[not($anchors[6]) or position() = 1]">
      <xsl:variable name="place"><xsl:call-template name="place-of-anchor"/></xsl:variable>
      <xsl:variable name="back"><xsl:call-template name="href-of"><xsl:with-param name="id" select="$place"/></xsl:call-template></xsl:variable>
      <xsl:text> </xsl:text><a class="to-anchor" href="{$back}" aria-label="{$w[@id = 'back']}" lang="{$tongue}">↩</a>
    </xsl:for-each>
    <xsl:if test="$anchors[6]">
      <span class="tally" lang="{$tongue}"><xsl:call-template name="counted"><xsl:with-param name="number" select="count($anchors)"/><xsl:with-param name="what">times</xsl:with-param></xsl:call-template></span>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$anchors"/>
      <xsl:when test="$href != ''"><xsl:text> </xsl:text><a class="to-anchor" href="{$href}" aria-label="{$w[@id = 'back']}" lang="{$tongue}">↩</a></xsl:when>
      <xsl:when test="@place = 'end' or @place = 'foot' or @place = 'bottom'">
        <xsl:text> </xsl:text><span class="tag" lang="{$tongue}"><xsl:value-of select="$w[@id = 'no-anchor']"/></span>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="t:choice">
    <span>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class">choice</xsl:with-param>
        <xsl:with-param name="title">
          <xsl:if test="t:corr | t:reg | t:expan"><xsl:value-of select="$w[@id = 'read']"/><xsl:text> </xsl:text><xsl:value-of select="normalize-space((t:corr | t:reg | t:expan)[1])"/></xsl:if>
        </xsl:with-param>
      </xsl:call-template>
      <xsl:apply-templates select="*"/>
    </span>
  </xsl:template>
  <xsl:template match="t:sic | t:orig | t:abbr">
    <span><xsl:call-template name="attributes"><xsl:with-param name="class">sic</xsl:with-param></xsl:call-template><xsl:apply-templates/></span>
  </xsl:template>
  <!-- Not text of the source: the brackets round it come from CSS, so that copying takes only what is printed. -->
  <xsl:template match="t:corr | t:reg | t:expan | t:ex">
    <ins><xsl:call-template name="attributes"><xsl:with-param name="class">corr</xsl:with-param></xsl:call-template><xsl:apply-templates/></ins>
  </xsl:template>
  <xsl:template match="t:supplied[contains(@resp, '#encoder')]" priority="1">
    <ins><xsl:call-template name="attributes"><xsl:with-param name="class">corr</xsl:with-param></xsl:call-template><xsl:apply-templates/></ins>
  </xsl:template>

  <xsl:template match="t:pb | t:cb">
    <span>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class">pb</xsl:with-param>
        <xsl:with-param name="title" select="normalize-space(concat(@n, ' ', $w[@id = 'page-begins']))"/>
      </xsl:call-template>
      <xsl:attribute name="data-n"><xsl:value-of select="@n"/></xsl:attribute>
    </span>
  </xsl:template>

  <!-- Lines of the source wrap freely; only verse and addresses (lb not at a newline) break. -->
  <xsl:template match="t:lb"/>

  <xsl:template match="t:milestone"/>
</xsl:stylesheet>
