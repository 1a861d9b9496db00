<?xml version="1.0" encoding="UTF-8"?>
<!-- The header in the dialect Parla-CLARIN: see parla-clarin.xsl, which includes this part. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.tei-c.org/ns/1.0"
                xmlns:t="http://www.tei-c.org/ns/1.0" xmlns:exsl="http://exslt.org/common"
                exclude-result-prefixes="t exsl">
  <xsl:key name="by-name" match="*" use="local-name()"/>

  <!--
    What was sat: Parla-CLARIN wants meetings in the title statement, each with its kind and the body that met. The
    sittings are those that the text has headings for.
  -->
  <xsl:variable name="meeting" select="//t:bibl[@type = 'meeting']"/>
  <xsl:variable name="sittings" select="/t:TEI/t:text//t:div[@type = 'session'][t:head]"/>

  <xsl:template match="t:fileDesc/t:titleStmt">
    <titleStmt>
      <xsl:apply-templates select="@*"/>
      <xsl:for-each select="t:title"><xsl:text>&#10;      </xsl:text><xsl:apply-templates select="."/></xsl:for-each>
      <xsl:for-each select="$meeting/t:meeting">
        <xsl:text>&#10;      </xsl:text>
        <meeting ana="#parla.meeting">
          <xsl:call-template name="who-met"/>
          <xsl:apply-templates select="@*[name() != 'xml:id']"/>
          <xsl:value-of select="../t:title"/>
          <xsl:apply-templates select="node()"/>
        </meeting>
      </xsl:for-each>
      <xsl:for-each select="$sittings">
        <xsl:text>&#10;      </xsl:text>
        <meeting ana="#parla.sitting">
          <xsl:call-template name="who-met"/>
          <xsl:copy-of select="@n"/>
          <xsl:variable name="words">
            <xsl:apply-templates select="t:head[1]" mode="words"/>
          </xsl:variable>
          <xsl:value-of select="normalize-space(translate($words, '&#160;', ' '))"/>
        </meeting>
      </xsl:for-each>
      <xsl:for-each select="*[not(self::t:title)]"><xsl:text>&#10;      </xsl:text><xsl:apply-templates select="."/></xsl:for-each>
      <xsl:text>&#10;    </xsl:text>
    </titleStmt>
  </xsl:template>

  <xsl:template name="who-met">
    <xsl:if test="//t:listOrg/t:org">
      <xsl:attribute name="corresp">
        <xsl:for-each select="//t:listOrg/t:org">
          <xsl:if test="position() != 1"><xsl:text> </xsl:text></xsl:if>
          <xsl:text>#</xsl:text>
          <xsl:call-template name="id-of-org"/>
        </xsl:for-each>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="t:listOrg/t:org[not(@xml:id)]">
    <org>
      <xsl:attribute name="xml:id"><xsl:call-template name="id-of-org"/></xsl:attribute>
      <xsl:apply-templates select="@* | node()"/>
    </org>
  </xsl:template>

  <xsl:template name="id-of-org">
    <xsl:choose>
      <xsl:when test="@xml:id"><xsl:value-of select="@xml:id"/></xsl:when>
      <xsl:otherwise>
        <xsl:text>parla.org.</xsl:text>
        <xsl:number level="any" count="t:org"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="t:note | t:ref[@type = 'noteAnchor'] | t:corr | t:reg | t:expan | t:fw" mode="words"/>
  <xsl:template match="*" mode="words"><xsl:apply-templates mode="words"/></xsl:template>

  <!-- The kinds of meetings that were named above; the rest of the taxonomies is that of the model. -->
  <xsl:template match="t:classDecl">
    <classDecl>
      <xsl:apply-templates select="@* | node()"/>
      <xsl:if test="$meeting/t:meeting or $sittings">
        <taxonomy xml:id="parla.legislature">
          <desc>What a meeting is part of (@ana of meeting).</desc>
          <xsl:if test="$meeting/t:meeting">
            <category xml:id="parla.meeting"><catDesc>The whole meeting that was recorded.</catDesc></category>
          </xsl:if>
          <xsl:if test="$sittings">
            <category xml:id="parla.sitting"><catDesc>One sitting of it.</catDesc></category>
          </xsl:if>
        </taxonomy>
      </xsl:if>
    </classDecl>
  </xsl:template>

  <!-- How the text was cut up: in the words of this dialect. -->
  <xsl:template match="t:editorialDecl/t:segmentation">
    <segmentation>
      <xsl:apply-templates select="@*"/>
      <p>Sittings and their parts are div, speeches u with seg for paragraphs, the printed label a note before u. The
        minute-taker's own sentences stand outside u.</p>
    </segmentation>
  </xsl:template>

  <!-- The elements of the text, and how often each stands there: counted in the text as it is written below. -->
  <xsl:template match="t:tagsDecl/t:namespace">
    <xsl:variable name="told" select="t:tagUsage"/>
    <namespace>
      <xsl:apply-templates select="@*"/>
      <xsl:for-each select="exsl:node-set($text)//*[generate-id() = generate-id(key('by-name', local-name())[1])]">
        <xsl:sort select="local-name()"/>
        <xsl:variable name="name" select="local-name()"/>
        <xsl:text>&#10;        </xsl:text>
        <tagUsage gi="{$name}" occurs="{count(key('by-name', $name))}">
          <xsl:choose>
            <xsl:when test="$name = 'u'">One speech; who points to the speaker in this header, prev and next join what was interrupted.</xsl:when>
            <xsl:when test="$name = 'seg'">A paragraph of a speech; a part of a line where it has a type.</xsl:when>
            <xsl:when test="$name = 'note'">What is printed and not spoken: labels of speeches, votes, elections, the chair, notes of an editor; see type.</xsl:when>
            <xsl:when test="$name = 'p'">A paragraph outside speeches.</xsl:when>
            <xsl:when test="$name = 'kinesic'">Applause and laughter.</xsl:when>
            <xsl:when test="$name = 'vocal'">Shouts, and voices from the room inside another's speech.</xsl:when>
            <xsl:when test="$name = 'incident'">What else happens in the room.</xsl:when>
            <xsl:otherwise><xsl:value-of select="$told[@gi = $name]"/></xsl:otherwise>
          </xsl:choose>
        </tagUsage>
      </xsl:for-each>
      <xsl:text>&#10;      </xsl:text>
    </namespace>
  </xsl:template>

  <!-- Witnesses are books like others. -->
  <xsl:template match="t:listWit"><listBibl><xsl:apply-templates select="@* | node()"/></listBibl></xsl:template>
  <xsl:template match="t:witness"><bibl type="witness"><xsl:apply-templates select="@* | node()"/></bibl></xsl:template>

  <!-- How to cite: in terms of the elements of this dialect. -->
  <xsl:template match="t:citeStructure/@match[. = '//sp']"><xsl:attribute name="match">//u</xsl:attribute></xsl:template>
  <xsl:template match="t:citeStructure/@match[. = './/sp']"><xsl:attribute name="match">.//u</xsl:attribute></xsl:template>
  <xsl:template match="t:citeStructure[@unit = 'speech']/t:citeStructure/@match[. = 'p']">
    <xsl:attribute name="match">seg</xsl:attribute>
  </xsl:template>
  <!-- The label of a speech stands beside it here, not in it. -->
  <xsl:template match="t:citeData[@use = 'speaker'] | text()[following-sibling::node()[1]/self::t:citeData[@use = 'speaker']]"/>
</xsl:stylesheet>
