<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists, rosters and tables. Numbers are those printed in the source; HTML adds none. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="t">

  <!-- role="list": without list marks some screen readers would not call it a list. -->
  <xsl:template match="t:list">
    <xsl:apply-templates select="t:head"/>
    <ul role="list">
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="concat('list ', @type)"/></xsl:call-template>
      <xsl:apply-templates select="*[not(self::t:head or self::t:label[following-sibling::*[1]/self::t:item])]" mode="list"/>
    </ul>
  </xsl:template>

  <!-- The persons of a play; a role leads to the person's entry. -->
  <xsl:template match="t:castList">
    <xsl:apply-templates select="t:head"/>
    <ul role="list">
      <xsl:call-template name="attributes"><xsl:with-param name="class">list castList</xsl:with-param></xsl:call-template>
      <xsl:apply-templates select="*[not(self::t:head)]" mode="list"/>
    </ul>
  </xsl:template>
  <xsl:template match="t:castItem" mode="list">
    <li><xsl:call-template name="attributes"/><xsl:apply-templates/></li>
  </xsl:template>
  <xsl:template match="t:role">
    <xsl:variable name="id" select="substring-after(normalize-space(@corresp), '#')"/>
    <b>
      <xsl:call-template name="attributes"><xsl:with-param name="class">speaker</xsl:with-param></xsl:call-template>
      <xsl:choose>
        <xsl:when test="key('by-id', $id)[self::t:person] and not(.//t:ref or .//t:note or .//*[@ref])">
          <a><xsl:attribute name="href"><xsl:for-each select="key('by-id', $id)[self::t:person][1]"><xsl:call-template name="href-of"/></xsl:for-each></xsl:attribute><xsl:apply-templates/></a>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </b>
  </xsl:template>

  <xsl:template match="t:item" mode="list">
    <li>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="preceding-sibling::*[1]/self::t:label"/>
      <xsl:apply-templates/>
    </li>
  </xsl:template>

  <!-- Page breaks, notes and the like between the items. -->
  <xsl:template match="*" mode="list"><li class="between"><xsl:apply-templates select="."/></li></xsl:template>

  <xsl:template match="t:label">
    <span>
      <xsl:call-template name="attributes"><xsl:with-param name="class">label</xsl:with-param></xsl:call-template>
      <xsl:apply-templates/>
    </span>
    <xsl:if test="parent::t:list"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- Wide tables scroll by themselves, also from the keyboard; the page never does. -->
  <xsl:template match="t:table">
    <xsl:apply-templates select="t:head"/>
    <div class="scroll" tabindex="0" role="group" aria-label="{$w[@id = 'table']}">
      <table>
        <xsl:call-template name="attributes"/>
        <xsl:apply-templates select="t:row"/>
      </table>
    </div>
  </xsl:template>
  <xsl:template match="t:row">
    <tr><xsl:call-template name="attributes"/><xsl:apply-templates select="t:cell"/></tr>
  </xsl:template>
  <xsl:template match="t:cell">
    <xsl:variable name="tag">
      <xsl:choose>
        <xsl:when test="@role = 'label' or parent::t:row/@role = 'label'">th</xsl:when>
        <xsl:otherwise>td</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$tag}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="number(@cols) &gt; 1"><xsl:attribute name="colspan"><xsl:value-of select="@cols"/></xsl:attribute></xsl:if>
      <xsl:if test="number(@rows) &gt; 1"><xsl:attribute name="rowspan"><xsl:value-of select="@rows"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
