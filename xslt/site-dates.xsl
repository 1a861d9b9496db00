<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates, in their order: the day in the calendar of today, as printed, in the calendar of the source, and where. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:template match="e:page[@kind = 'dates']" mode="main">
    <xsl:call-template name="page-heading"><xsl:with-param name="lead" select="$w[@id = 'dates-lead']"/></xsl:call-template>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="page:dates">
      <table>
        <caption id="page:dates"><xsl:call-template name="counted"><xsl:with-param name="number" select="count($tei/t:text//t:date)"/><xsl:with-param name="what">dates</xsl:with-param></xsl:call-template></caption>
        <thead><tr><xsl:call-template name="column-heads"><xsl:with-param name="ids">col-day col-printed col-calendar</xsl:with-param></xsl:call-template></tr></thead>
        <tbody>
          <xsl:for-each select="$tei/t:text//t:date">
            <xsl:sort select="not(@when | @from | @notBefore | @when-custom | @from-custom)"/>
            <xsl:sort select="concat(@when, @from, @notBefore, substring(concat(@when-custom, @from-custom), 1, 10 * not(@when | @from | @notBefore)))"/>
            <xsl:if test="position() &lt;= $most"><tr>
              <th scope="row"><xsl:call-template name="from-to"><xsl:with-param name="from" select="concat(@when, @from, @notBefore)"/><xsl:with-param name="to" select="concat(@to, @notAfter)"/></xsl:call-template></th>
              <td>
                <xsl:call-template name="text-lang"/>
                <xsl:call-template name="link-to-record"><xsl:with-param name="words"><xsl:apply-templates select="." mode="excerpt"/></xsl:with-param></xsl:call-template>
                <span class="in-session"><xsl:for-each select="ancestor::t:*[@xml:id and ancestor::t:text][1][self::t:sp or t:head]"><xsl:call-template name="name-of-place"/></xsl:for-each></span>
              </td>
              <td>
                <xsl:call-template name="from-to"><xsl:with-param name="from" select="concat(@when-custom, @from-custom)"/><xsl:with-param name="to" select="@to-custom"/></xsl:call-template>
                <xsl:if test="@calendar"><xsl:text> </xsl:text><span class="tally"><xsl:value-of select="$w[@id = concat('calendar-', substring-after(current()/@calendar, '#'))]"/></span></xsl:if>
                <xsl:call-template name="certainty"/>
              </td>
            </tr></xsl:if>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <xsl:call-template name="shown-of"><xsl:with-param name="number" select="count($tei/t:text//t:date)"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="from-to">
    <xsl:param name="from"/>
    <xsl:param name="to"/>
    <span class="day"><xsl:value-of select="$from"/><xsl:if test="$from = ''">–</xsl:if><xsl:if test="$to != ''"> – <xsl:value-of select="$to"/></xsl:if></span>
  </xsl:template>
</xsl:stylesheet>
