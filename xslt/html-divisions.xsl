<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs, the title page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="t">

  <xsl:template match="t:text"><xsl:apply-templates/></xsl:template>

  <xsl:template match="t:front | t:body | t:back">
    <div class="{local-name()}">
      <xsl:if test="self::t:body/t:head"><xsl:attribute name="id">page:body</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <xsl:template match="t:div">
    <section>
      <xsl:call-template name="attributes">
        <xsl:with-param name="class" select="concat('div ', @type)"/>
      </xsl:call-template>
      <xsl:if test="not(@xml:id) and t:head">
        <xsl:attribute name="id"><xsl:call-template name="place-of-division"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="not(ancestor::t:div) and t:head"><p class="back-to-contents"><a href="#page:contents">Contents</a></p></xsl:if>
    </section>
  </xsl:template>

  <!-- What a web page left behind: kept, and folded away. -->
  <xsl:template match="t:div[@type = 'boilerplate']" priority="2">
    <details>
      <xsl:call-template name="attributes"><xsl:with-param name="class">boilerplate</xsl:with-param></xsl:call-template>
      <summary>Remains of the page the source was copied from</summary>
      <xsl:apply-templates/>
    </details>
  </xsl:template>

  <xsl:template match="t:div[@type = 'notes']" priority="1">
    <section>
      <xsl:call-template name="attributes"><xsl:with-param name="class">div notes</xsl:with-param></xsl:call-template>
      <xsl:if test="not(t:head)">
        <h2 class="aid" lang="en">
          <!-- Only the first such division gets the address: ids are unique. -->
          <xsl:if test="not(preceding::t:div[@type = 'notes'][not(t:head)])"><xsl:attribute name="id">page:notes</xsl:attribute></xsl:if>
          <xsl:text>Notes</xsl:text>
        </h2>
      </xsl:if>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- First heading of a division: h2 to h6 by depth, so that no level is left out. -->
  <xsl:template match="t:div/t:head | t:body/t:head | t:front/t:head | t:back/t:head">
    <xsl:variable name="depth" select="2 + count(ancestor::t:div[t:head]) - count(parent::t:div) + count(ancestor::t:body[t:head][current()/parent::t:div])"/>
    <xsl:variable name="level" select="$depth * ($depth &lt; 7) + 6 * ($depth &gt; 6)"/>
    <xsl:variable name="tag"><xsl:call-template name="tag"><xsl:with-param name="name" select="concat('h', $level)"/></xsl:call-template></xsl:variable>
    <xsl:element name="{$tag}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
      <xsl:for-each select="parent::t:div"><xsl:call-template name="permalink"/></xsl:for-each>
    </xsl:element>
  </xsl:template>

  <!-- Further headings, and headings of lists and quotations. -->
  <xsl:template match="t:head" name="subheading">
    <xsl:variable name="tag"><xsl:call-template name="tag"/></xsl:variable>
    <xsl:element name="{$tag}">
      <xsl:call-template name="attributes"><xsl:with-param name="class">subhead</xsl:with-param></xsl:call-template>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="t:div/t:head[preceding-sibling::t:head]" priority="2"><xsl:call-template name="subheading"/></xsl:template>

  <xsl:template match="t:p | t:ab">
    <xsl:variable name="tag"><xsl:call-template name="tag"/></xsl:variable>
    <!-- A paragraph of nothing but spaces is a trace of the layout. -->
    <xsl:if test="* or normalize-space(translate(., '&#160;', ' ')) != ''">
      <xsl:element name="{$tag}">
        <xsl:call-template name="attributes">
          <xsl:with-param name="class">
            <xsl:if test="$tag = 'div'">p </xsl:if>
            <xsl:value-of select="@type"/>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:apply-templates/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <xsl:template match="t:titlePage | t:opener | t:closer | t:argument | t:epigraph | t:postscript | t:floatingText | t:lg">
    <div>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- A floating text brings its own body: no second landmark. -->
  <xsl:template match="t:floatingText/t:body | t:floatingText/t:front | t:floatingText/t:back"><xsl:apply-templates/></xsl:template>

  <!-- Lines of their own; spans, because they also stand inside paragraphs. -->
  <xsl:template match="t:docTitle | t:titlePart | t:byline | t:docAuthor | t:docDate | t:docImprint | t:dateline | t:salute | t:signed
                       | t:trailer | t:l">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="concat('line ', local-name())"/></xsl:call-template>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>
