<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages of text: the first page of a document, and one for each sitting or part of a long one. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:template match="e:page[@kind = 'text']" mode="title"><xsl:call-template name="title-of-page"/></xsl:template>

  <!-- Its heading, else "Part 3"; with the number of the page where a part has several. -->
  <xsl:template name="title-of-page">
    <xsl:choose>
      <xsl:when test="@title"><xsl:value-of select="@title"/></xsl:when>
      <xsl:when test="@key = 'index' or @of = 'index'"><xsl:value-of select="/e:edition/@title"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($w[@id = 'part'], ' ', count(preceding-sibling::e:page[@kind = 'text']) + 1)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@part &gt; 1"> (<xsl:value-of select="@part"/>)</xsl:if>
  </xsl:template>

  <xsl:template match="e:page[@kind = 'index']" mode="head">
    <script type="application/ld+json"><xsl:value-of select="/e:edition/e:json-ld"/></script>
  </xsl:template>
  <xsl:template match="e:page[@kind = 'text']" mode="head">
    <link rel="prev" href="{preceding-sibling::e:page[1]/@href}"/>
    <xsl:for-each select="following-sibling::e:page[1][@kind = 'text']"><link rel="next" href="{@href}"/></xsl:for-each>
  </xsl:template>

  <!-- Beside the text: the contents, what can be chosen, what the signs mean. The first page has all this in its main part. -->
  <xsl:template match="e:page[@kind = 'text']" mode="beside">
    <div class="side"><xsl:call-template name="contents-of-edition"/><xsl:call-template name="tools"/></div>
  </xsl:template>

  <xsl:template name="tools">
    <aside class="tools" aria-label="{$w[@id = 'how-to-read']}">
      <xsl:for-each select="$tei"><xsl:call-template name="reading-choice"/><xsl:call-template name="legend"/></xsl:for-each>
      <xsl:if test="@kind = 'text' or $source-page">
        <p>
          <!-- Where the window is too narrow for the contents beside the text. -->
          <xsl:if test="@kind = 'text'"><a class="narrow" href="index.html#page:contents"><xsl:value-of select="$w[@id = 'contents']"/></a><xsl:text> </xsl:text></xsl:if>
          <xsl:if test="$source-page"><a href="{$source-page}"><xsl:value-of select="$w[@id = 'facing-source']"/></a></xsl:if>
        </p>
      </xsl:if>
    </aside>
  </xsl:template>

  <!-- Who has how many of the words, in one line; the pictures say it in detail. -->
  <xsl:template match="e:share" mode="strip">
    <xsl:if test="e:bar[2]">
      <svg class="strip" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <xsl:for-each select="e:bar[@id]"><rect class="shade{position() mod 5}" x="{@x}" y="0" width="{@permille}" height="24"/></xsl:for-each>
      </svg>
      <p class="caption">
        <xsl:value-of select="$w[@id = 'most-words']"/>
        <xsl:for-each select="e:bar[@id][position() &lt; 6]">
          <xsl:if test="position() &gt; 1">,</xsl:if><xsl:text> </xsl:text>
          <a href="speakers.html#{@id}"><xsl:value-of select="@name"/></a><xsl:text> </xsl:text><xsl:call-template name="percent"><xsl:with-param name="permille" select="@permille"/></xsl:call-template>
        </xsl:for-each>
        <xsl:text> · </xsl:text><a href="pictures.html"><xsl:value-of select="$w[@id = 'page-pictures']"/></a>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="contents-of-edition">
    <xsl:if test="$tei/t:text//t:div[t:head]">
      <nav class="contents" aria-labelledby="page:contents">
        <details open="open">
          <summary id="page:contents"><xsl:value-of select="$w[@id = 'contents']"/></summary>
          <ol role="list"><xsl:call-template name="text-lang"/><xsl:apply-templates select="$tei/t:text" mode="contents-top"/></ol>
        </details>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="e:page[@kind = 'index' or @kind = 'text']" mode="main">
    <xsl:choose>
      <xsl:when test="@kind = 'index'">
        <xsl:for-each select="$tei"><xsl:call-template name="title-block"/></xsl:for-each>
        <xsl:apply-templates select="/e:edition/e:pictures/e:share" mode="strip"/>
        <xsl:call-template name="contents-of-edition"/>
        <xsl:for-each select="following-sibling::e:page[1][@kind = 'text']">
          <p class="begin"><a href="{@href}"><xsl:value-of select="$w[@id = 'begin-reading']"/><xsl:text> </xsl:text><span><xsl:call-template name="text-lang"/><xsl:call-template name="title-of-page"/></span><span class="sign" aria-hidden="true"> →</span></a></p>
        </xsl:for-each>
        <xsl:call-template name="tools"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="where-we-are"/></xsl:otherwise>
    </xsl:choose>
    <div class="text">
      <xsl:call-template name="text-lang"/>
      <xsl:apply-templates select="key('on-page', $page)"/>
    </div>
    <xsl:call-template name="foot-notes"/>
    <xsl:call-template name="previous-and-next"/>
    <xsl:if test="@kind = 'index'">
      <aside class="more" aria-label="{$w[@id = 'use']}">
        <xsl:call-template name="cite"/>
        <xsl:call-template name="download"/>
      </aside>
    </xsl:if>
  </xsl:template>

  <!-- The divisions around the one that begins here; a heading, where the text does not bring one. -->
  <xsl:template name="where-we-are">
    <xsl:variable name="around" select="key('on-page', $page)[1]/ancestor::t:div[t:head]"/>
    <xsl:if test="$around">
      <p class="trail">
        <xsl:for-each select="$around">
          <xsl:if test="position() &gt; 1"> › </xsl:if>
          <xsl:variable name="href"><xsl:call-template name="href-of"/></xsl:variable>
          <xsl:variable name="heading"><xsl:apply-templates select="t:head[1]" mode="plain"/></xsl:variable>
          <a href="{$href}"><xsl:call-template name="text-lang"/><xsl:value-of select="normalize-space($heading)"/></a>
        </xsl:for-each>
      </p>
    </xsl:if>
    <xsl:if test="not($heading-is-title)"><h1><xsl:call-template name="text-lang"/><xsl:call-template name="title-of-page"/></h1></xsl:if>
    <xsl:call-template name="what-goes-on"/>
  </xsl:template>

  <!-- The speech, or the paragraph, that has begun on an earlier page. -->
  <xsl:template name="what-goes-on">
    <xsl:variable name="first" select="key('on-page', $page)[1]"/>
    <xsl:variable name="speech" select="$first/ancestor::t:sp[1]"/>
    <xsl:if test="$speech or $first/@e:continues">
      <p class="speaker-line">
        <xsl:for-each select="$speech">
          <xsl:variable name="href"><xsl:call-template name="href-of"/></xsl:variable>
          <xsl:variable name="name"><xsl:call-template name="speaker-name"/></xsl:variable>
          <b class="speaker"><xsl:call-template name="text-lang"/>
            <xsl:choose>
              <xsl:when test="@xml:id"><a href="{$href}"><xsl:value-of select="$name"/></a></xsl:when>
              <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
            </xsl:choose>
          </b>
          <xsl:text> </xsl:text>
        </xsl:for-each>
        <span class="tag"><xsl:value-of select="$w[@id = 'continued']"/></span>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="previous-and-next">
    <xsl:variable name="previous" select="preceding-sibling::e:page[1]"/>
    <xsl:variable name="next" select="following-sibling::e:page[1][@kind = 'text']"/>
    <nav class="turn" aria-label="{$w[@id = 'turn']}">
      <xsl:for-each select="$previous">
        <a rel="prev" href="{@href}"><span class="sign" aria-hidden="true">← </span><xsl:call-template name="title-of-page"/></a>
      </xsl:for-each>
      <xsl:variable name="source" select="../e:page[@kind = 'source' and @of = $page]"/>
      <xsl:if test="$source"><a class="facing" href="{$source/@href}"><xsl:value-of select="$w[@id = 'facing-source']"/></a></xsl:if>
      <xsl:for-each select="$next">
        <a rel="next" href="{@href}"><xsl:call-template name="title-of-page"/><span class="sign" aria-hidden="true"> →</span></a>
      </xsl:for-each>
    </nav>
  </xsl:template>

  <!-- Notes that are printed elsewhere and referred to here: again, at the foot of the page, linked both ways. -->
  <xsl:template name="foot-notes">
    <xsl:variable name="notes" select="$notes-with-ids[key('anchors', concat('#', @xml:id))[ancestor::*[@e:page][1]/@e:page = $page]]
                                       [ancestor-or-self::*[@e:page][1]/@e:page != $page]"/>
    <xsl:if test="$notes">
      <section class="foot-notes" aria-labelledby="page:foot">
        <h2 id="page:foot"><xsl:value-of select="$w[@id = 'notes-here']"/></h2>
        <xsl:for-each select="$notes">
          <xsl:variable name="home"><xsl:call-template name="href-of"/></xsl:variable>
          <div class="note editorial" id="page:{@xml:id}">
            <xsl:call-template name="text-lang"/>
            <xsl:apply-templates mode="foot"/>
            <xsl:call-template name="links-back"><xsl:with-param name="only-here" select="true()"/></xsl:call-template>
            <xsl:text> </xsl:text><a class="tag" href="{$home}" lang="{$tongue}"><xsl:value-of select="$w[@id = 'in-its-place']"/></a>
          </div>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="notes-with-ids" select="$tei/t:text//t:note[@xml:id and (@place or @type = 'editorial' or @type = 'footnote' or @type = 'endnote')]"/>

  <!-- Words of a note, without ids: they belong to the note in its place. -->
  <xsl:template match="t:*" mode="foot"><span class="{local-name()}"><xsl:apply-templates mode="foot"/></span><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="text()" mode="foot"><xsl:value-of select="translate(., '&#160;', ' ')"/></xsl:template>
</xsl:stylesheet>
