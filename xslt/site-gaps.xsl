<?xml version="1.0" encoding="UTF-8"?>
<!-- What is missing or doubtful: gaps, notes of the editor, corrections, editor's additions, and what the encoder is not sure of. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:template match="e:page[@kind = 'gaps']" mode="main">
    <xsl:variable name="text" select="$tei/t:text"/>
    <xsl:call-template name="page-heading"><xsl:with-param name="lead" select="$w[@id = 'gaps-lead']"/></xsl:call-template>
    <xsl:variable name="gaps" select="$text//t:gap"/>
    <xsl:variable name="noted" select="$gaps[@xml:id and key('notes-on', concat('#', @xml:id))]"/>
    <xsl:if test="$gaps">
      <h2 id="page:gaps"><xsl:value-of select="$w[@id = 'gaps']"/></h2>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="page:gaps">
        <table>
          <thead><tr><xsl:call-template name="column-heads"><xsl:with-param name="ids">col-place col-reason<xsl:if test="$noted"> col-note</xsl:if></xsl:with-param></xsl:call-template></tr></thead>
          <tbody>
            <xsl:for-each select="$gaps[position() &lt;= $most]">
              <tr>
                <th scope="row">
                  <xsl:call-template name="link-to-record"><xsl:with-param name="words"><xsl:value-of select="@xml:id"/><xsl:if test="not(@xml:id)"><xsl:value-of select="position()"/></xsl:if></xsl:with-param></xsl:call-template>
                  <span class="words"><xsl:call-template name="text-lang"/><xsl:call-template name="words-around"/></span>
                </th>
                <td>
                  <xsl:value-of select="$w[@id = concat('reason-', current()/@reason)]"/>
                  <xsl:if test="not($w[@id = concat('reason-', current()/@reason)])"><xsl:value-of select="@reason"/></xsl:if>
                  <xsl:if test="@extent and @extent != 'unknown'"><xsl:text>, </xsl:text><xsl:value-of select="$w[@id = 'extent']"/><xsl:text> </xsl:text><xsl:value-of select="@extent"/></xsl:if>
                  <xsl:if test="@cert = 'low' or @cert = 'medium'"><xsl:text> </xsl:text><span class="tag"><xsl:value-of select="$w[@id = 'uncertain']"/></span></xsl:if>
                </td>
                <xsl:if test="$noted">
                  <td>
                    <xsl:for-each select="key('notes-on', concat('#', @xml:id))[current()/@xml:id]">
                      <xsl:variable name="href"><xsl:call-template name="href-of"/></xsl:variable>
                      <a href="{$href}"><xsl:call-template name="text-lang"/><xsl:apply-templates select="." mode="excerpt"><xsl:with-param name="length" select="160"/></xsl:apply-templates></a>
                    </xsl:for-each>
                  </td>
                </xsl:if>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
      <xsl:call-template name="shown-of"><xsl:with-param name="number" select="count($gaps)"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="$notes-with-ids">
      <h2><xsl:value-of select="$w[@id = 'editors-notes']"/></h2>
      <ul class="entries" role="list">
        <xsl:for-each select="$notes-with-ids[position() &lt;= $most]">
          <li>
            <xsl:call-template name="link-to-record"><xsl:with-param name="words" select="@xml:id"/></xsl:call-template>
            <xsl:call-template name="links-back"/>
            <span class="words"><xsl:call-template name="text-lang"/><xsl:apply-templates select="." mode="excerpt"/></span>
          </li>
        </xsl:for-each>
      </ul>
      <xsl:call-template name="shown-of"><xsl:with-param name="number" select="count($notes-with-ids)"/></xsl:call-template>
    </xsl:if>
    <xsl:variable name="choices" select="$text//t:choice"/>
    <xsl:if test="$choices">
      <h2 id="page:corrections"><xsl:value-of select="$w[@id = 'corrections']"/></h2>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="page:corrections">
        <table>
          <thead><tr><xsl:call-template name="column-heads"><xsl:with-param name="ids">col-place col-printed col-corrected col-certainty</xsl:with-param></xsl:call-template></tr></thead>
          <tbody>
            <xsl:for-each select="$choices[position() &lt;= $most]">
              <tr>
                <th scope="row"><xsl:call-template name="link-to-record"><xsl:with-param name="words" select="ancestor-or-self::t:*[@xml:id and ancestor::t:text][1]/@xml:id"/></xsl:call-template></th>
                <td><xsl:call-template name="text-lang"/><xsl:value-of select="t:sic | t:orig | t:abbr"/></td>
                <td><xsl:call-template name="text-lang"/><xsl:value-of select="t:corr | t:reg | t:expan"/></td>
                <td><xsl:variable name="cert" select="(t:corr/@cert | @cert)[1]"/><xsl:value-of select="$w[@id = concat('cert-', $cert)]"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
      <xsl:call-template name="shown-of"><xsl:with-param name="number" select="count($choices)"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="list-of-marks">
      <xsl:with-param name="found" select="$text//t:supplied | $text//t:surplus"/>
      <xsl:with-param name="title" select="$w[@id = 'additions']"/>
    </xsl:call-template>
    <xsl:call-template name="list-of-marks">
      <xsl:with-param name="found" select="$text//t:*[@cert = 'low' or @cert = 'medium'][not(self::t:gap or self::t:corr or self::t:pb)]"/>
      <xsl:with-param name="title" select="$w[@id = 'doubtful-marks']"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:key name="notes-on" match="t:text//t:note[@target]" use="@target"/>

  <!-- The words before a gap, the gap, and the words after it. -->
  <xsl:template name="words-around">
    <xsl:variable name="before" select="translate(preceding-sibling::node()[1][self::text()], '&#160;', ' ')"/>
    <xsl:variable name="after" select="translate(following-sibling::text()[1], '&#160;', ' ')"/>
    <xsl:variable name="end" select="substring($before, string-length($before) - 59)"/>
    <xsl:choose>
      <xsl:when test="string-length($before) &gt; 60 and contains(substring($end, 1, 30), ' ')">… <xsl:value-of select="substring-after($end, ' ')"/></xsl:when>
      <xsl:otherwise><xsl:if test="string-length($before) &gt; 60">…</xsl:if><xsl:value-of select="$end"/></xsl:otherwise>
    </xsl:choose>
    <span class="gap"><xsl:value-of select="normalize-space(.)"/></span>
    <xsl:call-template name="beginning"><xsl:with-param name="text" select="$after"/><xsl:with-param name="length" select="50"/></xsl:call-template>
  </xsl:template>

  <!-- Marks of one kind, folded away. -->
  <xsl:template name="list-of-marks">
    <xsl:param name="found"/>
    <xsl:param name="title"/>
    <xsl:if test="$found">
      <details class="marks">
        <summary><xsl:value-of select="$title"/> (<xsl:value-of select="count($found)"/>)</summary>
        <ul class="entries" role="list">
          <xsl:for-each select="$found[position() &lt;= $most]">
            <li>
              <xsl:call-template name="link-to-record"><xsl:with-param name="words"><xsl:value-of select="local-name()"/><xsl:if test="@xml:id"><xsl:value-of select="concat(' ', @xml:id)"/></xsl:if></xsl:with-param></xsl:call-template>
              <xsl:call-template name="certainty"/>
              <span class="words"><xsl:call-template name="text-lang"/><xsl:apply-templates select="." mode="excerpt"><xsl:with-param name="length" select="120"/></xsl:apply-templates></span>
            </li>
          </xsl:for-each>
        </ul>
        <xsl:call-template name="shown-of"><xsl:with-param name="number" select="count($found)"/></xsl:call-template>
      </details>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
