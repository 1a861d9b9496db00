<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures, drawn from e:pictures: words of each speaker, who speaks when in a sitting, votes, who answers whom; each with a table of the same. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:template match="e:page[@kind = 'pictures']" mode="main">
    <xsl:variable name="pictures" select="/e:edition/e:pictures"/>
    <xsl:call-template name="page-heading"><xsl:with-param name="lead" select="$w[@id = 'pictures-lead']"/></xsl:call-template>
    <xsl:apply-templates select="$pictures/e:share"/>
    <xsl:if test="$pictures/e:timeline">
      <h2><xsl:value-of select="$w[@id = 'timelines']"/></h2>
      <p><xsl:value-of select="$w[@id = 'timelines-lead']"/></p>
      <xsl:apply-templates select="$pictures/e:timeline"/>
    </xsl:if>
    <xsl:if test="$pictures/e:ballot">
      <h2 id="page:ballots"><xsl:value-of select="$w[@id = 'ballots']"/></h2>
      <xsl:call-template name="ballots"/>
    </xsl:if>
    <xsl:apply-templates select="$pictures/e:answers"/>
  </xsl:template>

  <!-- A name in a picture: the person's, else "12 others". -->
  <xsl:template name="row-name">
    <xsl:value-of select="@name"/>
    <xsl:if test="not(@name)">
      <xsl:call-template name="counted"><xsl:with-param name="number" select="@others"/><xsl:with-param name="what">others</xsl:with-param></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="row-link">
    <xsl:choose>
      <xsl:when test="@id"><a href="speakers.html#{@id}"><xsl:call-template name="row-name"/></a></xsl:when>
      <xsl:otherwise><xsl:call-template name="row-name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Words of each speaker: the table is the picture, a bar in each row. -->
  <xsl:template match="e:share">
    <h2 id="page:share"><xsl:value-of select="$w[@id = 'share']"/></h2>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="page:share">
      <table class="bars">
        <thead><tr><xsl:call-template name="column-heads"><xsl:with-param name="ids">col-speaker col-words col-share col-speeches</xsl:with-param></xsl:call-template></tr></thead>
        <tbody>
          <xsl:for-each select="e:bar">
            <tr>
              <th scope="row"><xsl:call-template name="row-link"/></th>
              <td class="figure"><xsl:call-template name="number"><xsl:with-param name="number" select="@words"/></xsl:call-template></td>
              <td class="with-bar">
                <span class="part"><xsl:call-template name="percent"><xsl:with-param name="permille" select="@permille"/></xsl:call-template></span>
                <svg class="meter" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar{substring(' rest', 1, 5 * not(@id))}" x="0" y="0" width="{@width}" height="10"/></svg>
              </td>
              <td class="figure"><xsl:call-template name="number"><xsl:with-param name="number" select="@speeches"/></xsl:call-template></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!--
    One row for each speaker, one bar for each speech, from left to right as in the text. A bar leads to its speech, for
    those who point; the table says and links the same for those who hear it, or use the keyboard. Thousands of bars are
    one line for each speaker, so that the page stays small.
  -->
  <xsl:variable name="many" select="/e:edition/e:speakers/@speeches &gt; 3000"/>

  <xsl:template match="e:timeline">
    <xsl:variable name="number" select="count(preceding-sibling::e:timeline) + 1"/>
    <xsl:variable name="height" select="count(e:row) * 26"/>
    <figure class="timeline">
      <figcaption id="page:timeline.{$number}">
        <xsl:variable name="part" select="key('by-id', @id)[self::t:div]"/>
        <xsl:choose>
          <xsl:when test="$part">
            <xsl:variable name="title" select="@title"/>
            <xsl:for-each select="$part[1]">
              <xsl:variable name="href"><xsl:call-template name="href-of"/></xsl:variable>
              <a href="{$href}"><xsl:call-template name="text-lang"/><xsl:value-of select="$title"/><xsl:if test="not($title)"><xsl:value-of select="@xml:id"/></xsl:if></a>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="@title"/><xsl:if test="not(@title)"><xsl:value-of select="/e:edition/@title"/></xsl:if></xsl:otherwise>
        </xsl:choose>
        <span class="tally"><xsl:text> </xsl:text>
          <xsl:call-template name="counted"><xsl:with-param name="number" select="@speeches"/><xsl:with-param name="what">speeches</xsl:with-param></xsl:call-template>, <xsl:call-template name="counted"><xsl:with-param name="number" select="@words"/><xsl:with-param name="what">words</xsl:with-param></xsl:call-template>
        </span>
      </figcaption>
      <div class="plot">
        <ol class="names" aria-hidden="true"><xsl:for-each select="e:row"><li><xsl:call-template name="row-name"/></li></xsl:for-each></ol>
        <svg viewBox="0 0 1000 {$height}" height="{$height}" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <xsl:for-each select="e:row">
            <xsl:variable name="y" select="(position() - 1) * 26"/>
            <rect class="ground" x="0" y="{$y + 12}" width="1000" height="1"/>
            <xsl:variable name="shade" select="position() mod 5"/>
            <xsl:if test="$many"><path class="shade{$shade}"><xsl:attribute name="d"><xsl:for-each select="e:bit[not(@x = preceding-sibling::e:bit[1]/@x and @width = preceding-sibling::e:bit[1]/@width)]"><xsl:value-of select="concat('M', @x, ' ', $y + 3, 'h', @width, 'v19h-', @width, 'z')"/></xsl:for-each></xsl:attribute></path></xsl:if>
            <xsl:for-each select="e:bit[not($many)]">
              <xsl:variable name="bar"><rect class="shade{$shade}" x="{@x}" y="{$y + 3}" width="{@width}" height="19"><title><xsl:value-of select="@label"/>: <xsl:value-of select="@words"/></title></rect></xsl:variable>
              <xsl:choose>
                <xsl:when test="@id"><a href="{key('pages', @page)/@href}#{@id}" tabindex="-1"><xsl:copy-of select="$bar"/></a></xsl:when>
                <xsl:otherwise><xsl:copy-of select="$bar"/></xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </xsl:for-each>
        </svg>
      </div>
      <p class="axis" aria-hidden="true"><span><xsl:value-of select="$w[@id = 'beginning']"/></span><span><xsl:value-of select="$w[@id = 'end']"/></span></p>
      <details>
        <summary id="page:timeline.{$number}.table"><xsl:value-of select="$w[@id = 'as-table']"/></summary>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="page:timeline.{$number}.table">
        <table>
          <thead><tr><xsl:call-template name="column-heads"><xsl:with-param name="ids">col-speaker col-words col-share col-speeches</xsl:with-param></xsl:call-template></tr></thead>
          <tbody>
            <xsl:for-each select="e:row">
              <tr>
                <th scope="row"><xsl:call-template name="row-link"/></th>
                <td class="figure"><xsl:call-template name="number"><xsl:with-param name="number" select="@words"/></xsl:call-template></td>
                <td class="figure"><xsl:call-template name="percent"><xsl:with-param name="permille" select="@permille"/></xsl:call-template></td>
                <td>
                  <xsl:for-each select="e:bit[position() &lt; 31]">
                    <xsl:choose>
                      <xsl:when test="@id"><a href="{key('pages', @page)/@href}#{@id}"><xsl:value-of select="@id"/></a></xsl:when>
                      <xsl:otherwise><xsl:value-of select="@label"/></xsl:otherwise>
                    </xsl:choose>
                    <xsl:if test="position() != last()">, </xsl:if>
                  </xsl:for-each>
                  <xsl:if test="e:bit[31]">…</xsl:if>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
        </div>
      </details>
    </figure>
  </xsl:template>

  <xsl:template name="ballots">
    <div class="scroll" tabindex="0" role="group" aria-labelledby="page:ballots">
      <table class="bars">
        <caption><xsl:call-template name="colours-of-ballots"/></caption>
        <thead><tr><xsl:call-template name="column-heads"><xsl:with-param name="ids">col-vote col-for col-against<xsl:if test="$abstained"> col-abstained</xsl:if></xsl:with-param></xsl:call-template><th scope="col"><xsl:value-of select="$w[@id = 'col-share']"/></th></tr></thead>
        <tbody>
          <xsl:for-each select="/e:edition/e:pictures/e:ballot">
            <tr>
              <th scope="row"><xsl:variable name="id" select="@id"/><xsl:for-each select="key('by-id', @id)[1]"><xsl:variable name="href"><xsl:call-template name="href-of"/></xsl:variable><a href="{$href}"><xsl:value-of select="$id"/></a></xsl:for-each></th>
              <td class="figure"><xsl:value-of select="@for"/></td>
              <td class="figure"><xsl:value-of select="@against"/></td>
              <xsl:if test="$abstained"><td class="figure"><xsl:value-of select="@abstained"/></td></xsl:if>
              <td class="with-bar"><xsl:apply-templates select="."/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!-- Who answers whom: a table whose cells are as dark as they are many. -->
  <xsl:template match="e:answers">
    <h2 id="page:answers"><xsl:value-of select="$w[@id = 'answers']"/></h2>
    <p><xsl:value-of select="$w[@id = 'answers-lead']"/></p>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="page:answers">
      <table class="answers">
        <thead><tr><td></td><xsl:for-each select="e:row"><th scope="col"><xsl:value-of select="@name"/></th></xsl:for-each></tr></thead>
        <tbody>
          <xsl:for-each select="e:row">
            <tr>
              <th scope="row"><a href="speakers.html#{@id}"><xsl:value-of select="@name"/></a></th>
              <xsl:for-each select="e:cell">
                <td class="figure"><xsl:if test="@times &gt; 0"><xsl:attribute name="class">figure heat<xsl:value-of select="ceiling(@permille div 334)"/></xsl:attribute><xsl:value-of select="@times"/></xsl:if></td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>
</xsl:stylesheet>
