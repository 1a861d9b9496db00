<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs, the title page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:template match="t:text"><xsl:call-template name="on-this-page"/></xsl:template>

  <!-- What stands in a container, without what has a page of its own. -->
  <xsl:template name="on-this-page"><xsl:apply-templates select="node()[not(@e:page) or @e:page = $page]"/></xsl:template>

  <xsl:template match="t:front | t:body | t:back">
    <div class="{local-name()}">
      <xsl:if test="self::t:body/t:head"><xsl:attribute name="id">page:body</xsl:attribute></xsl:if>
      <xsl:call-template name="on-this-page"/>
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
      <xsl:call-template name="on-this-page"/>
      <xsl:if test="not(ancestor::t:div) and t:head and $page = ''"><p class="back-to-contents"><a href="#page:contents"><xsl:value-of select="$w[@id = 'to-contents']"/></a></p></xsl:if>
    </section>
  </xsl:template>

  <!-- What a web page left behind: kept, and folded away. -->
  <xsl:template match="t:div[@type = 'boilerplate']" priority="2">
    <details>
      <xsl:call-template name="attributes"><xsl:with-param name="class">boilerplate</xsl:with-param></xsl:call-template>
      <summary lang="{$tongue}"><xsl:value-of select="$w[@id = 'boilerplate']"/></summary>
      <xsl:apply-templates/>
    </details>
  </xsl:template>

  <xsl:template match="t:div[@type = 'notes']" priority="1">
    <section>
      <xsl:call-template name="attributes"><xsl:with-param name="class">div notes</xsl:with-param></xsl:call-template>
      <xsl:if test="not(@xml:id) and t:head"><xsl:attribute name="id"><xsl:call-template name="place-of-division"/></xsl:attribute></xsl:if>
      <xsl:if test="not(t:head)">
        <h2 class="aid" lang="{$tongue}">
          <!-- Only the first such division gets the address: ids are unique. -->
          <xsl:if test="not(preceding::t:div[@type = 'notes'][not(t:head)])"><xsl:attribute name="id">page:notes</xsl:attribute></xsl:if>
          <xsl:value-of select="$w[@id = 'notes']"/>
        </h2>
      </xsl:if>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <!-- First heading of a division: h2 to h6 by depth, so that no level is left out. -->
  <xsl:template match="t:div/t:head | t:body/t:head | t:front/t:head | t:back/t:head">
    <xsl:variable name="level"><xsl:call-template name="level-of-heading"/></xsl:variable>
    <xsl:variable name="tag"><xsl:call-template name="tag"><xsl:with-param name="name" select="concat('h', $level)"/></xsl:call-template></xsl:variable>
    <xsl:element name="{$tag}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates/>
      <xsl:for-each select="parent::t:div"><xsl:call-template name="permalink"/></xsl:for-each>
    </xsl:element>
  </xsl:template>

  <!-- 2 at the top. In an edition only what stands on this page counts, and the heading that is the page's title is 1. -->
  <xsl:template name="level-of-heading">
    <xsl:variable name="here" select="ancestor::t:*[@e:page][1]/@e:page"/>
    <xsl:variable name="around" select="ancestor::t:div[t:head][not($here) or ancestor-or-self::t:*[@e:page][1]/@e:page = $page]"/>
    <xsl:variable name="of-body" select="count(ancestor::t:body[t:head][current()/parent::t:div][not($here) or ancestor-or-self::t:*[@e:page][1]/@e:page = $page])"/>
    <xsl:variable name="first" select="$heading-is-title and ancestor::t:div[generate-id() = $title-division]"/>
    <xsl:variable name="depth" select="2 + count($around) - count(parent::t:div) + $of-body - $first"/>
    <xsl:value-of select="$depth * ($depth &lt; 7) + 6 * ($depth &gt; 6)"/>
  </xsl:template>

  <!-- Whether the first heading of the text is the title of the page, too; and the division that it stands in. -->
  <xsl:variable name="heading-is-title" select="boolean(key('pages', $page)[@kind = 'text' and @title and @part = 1])"/>
  <xsl:variable name="title-division" select="generate-id(key('on-page', $page)[1])"/>

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
        <xsl:if test="not(parent::t:sp)"><xsl:call-template name="line-link"/></xsl:if>
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
      <xsl:call-template name="attributes">
        <!-- The rest of a line that another speaker has begun stands further in. -->
        <xsl:with-param name="class" select="concat('line ', local-name(), substring(' rest', 1, 5 * (@part = 'M' or @part = 'F')))"/>
      </xsl:call-template>
      <xsl:apply-templates/>
    </span>
  </xsl:template>
</xsl:stylesheet>
