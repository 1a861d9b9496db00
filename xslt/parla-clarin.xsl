<?xml version="1.0" encoding="UTF-8"?>
<!--
  The same document in the dialect Parla-CLARIN, the TEI customisation for parliamentary proceedings.

  One model, two ways to write it: speeches become u with seg for paragraphs, labels note type="speaker" before it, what
  happens in the room kinesic, vocal or incident with desc. Title pages, datelines and signatures, which the dialect does
  not have, become p and note with the name of the TEI element in type. Not a character of the text is changed: the
  diplomatic text of the result is that of the source, and encode with the dialect parla-clarin proves it.
  Text that no template below names is copied as it is. The header is the business of parla-clarin-header.xsl.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.tei-c.org/ns/1.0"
                xmlns:t="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="t">
  <xsl:include href="parla-clarin-header.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/">
    <xsl:apply-templates select="t:TEI"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The text is made once; the header counts what is in it. -->
  <xsl:variable name="text"><xsl:apply-templates select="/t:TEI/t:text"/></xsl:variable>

  <xsl:template match="t:TEI">
    <TEI>
      <xsl:apply-templates select="@*"/>
      <xsl:for-each select="node()">
        <xsl:choose>
          <xsl:when test="self::t:text"><xsl:copy-of select="$text"/></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </TEI>
  </xsl:template>

  <xsl:template match="@* | node()">
    <xsl:copy><xsl:apply-templates select="@* | node()"/></xsl:copy>
  </xsl:template>

  <!-- Speeches. The label stands before the utterance: what is printed before it in the speech goes with it. -->
  <xsl:template match="t:sp">
    <xsl:variable name="label" select="t:speaker"/>
    <xsl:apply-templates select="$label/preceding-sibling::node() | $label"/>
    <u>
      <xsl:apply-templates select="@*"/>
      <xsl:choose>
        <xsl:when test="$label"><xsl:apply-templates select="$label/following-sibling::node()"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </u>
  </xsl:template>

  <xsl:template match="t:speaker">
    <note type="speaker"><xsl:apply-templates select="@* | node()"/></note>
  </xsl:template>

  <xsl:template match="t:sp/t:p">
    <seg><xsl:apply-templates select="@* | node()"/></seg>
  </xsl:template>

  <xsl:template match="t:sp/t:ab | t:sp/t:l">
    <seg><xsl:apply-templates select="@* | node()"/></seg>
  </xsl:template>

  <!--
    What happens in the room. desc holds words, names and figures; where more stands in it (a note, a gap, another
    voice, an editor's bracket), the whole is a note. A body wants a block: there it stands in a p.
  -->
  <xsl:key name="rich" use="generate-id()"
           match="t:stage[.//t:note | .//t:gap | .//t:pb | .//t:lb | .//t:fw | .//t:milestone | .//t:said | .//t:stage
                          | .//t:seg | .//t:supplied | .//t:surplus | .//t:label]
                  | t:said[.//t:note | .//t:gap | .//t:pb | .//t:lb | .//t:fw | .//t:milestone | .//t:said | .//t:stage
                           | .//t:seg | .//t:supplied | .//t:surplus | .//t:label]"/>

  <xsl:template match="t:body/t:stage | t:body/t:said">
    <p><xsl:call-template name="happens"/></p>
  </xsl:template>

  <xsl:template match="t:stage | t:said" name="happens">
    <xsl:choose>
      <xsl:when test="key('rich', generate-id())">
        <note type="{local-name()}"><xsl:apply-templates select="@*[name() != 'type'] | node()"/></note>
      </xsl:when>
      <xsl:when test="self::t:said">
        <xsl:call-template name="happening">
          <xsl:with-param name="element">vocal</xsl:with-param>
          <xsl:with-param name="type">interruption</xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="happening">
          <xsl:with-param name="element">
            <xsl:choose>
              <xsl:when test="@type = 'applause' or @type = 'laughter'">kinesic</xsl:when>
              <xsl:when test="@type = 'shouts'">vocal</xsl:when>
              <xsl:otherwise>incident</xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="happening">
    <xsl:param name="element"/>
    <xsl:param name="type" select="@type"/>
    <xsl:element name="{$element}">
      <xsl:if test="$type != ''"><xsl:attribute name="type"><xsl:value-of select="$type"/></xsl:attribute></xsl:if>
      <xsl:apply-templates select="@*[name() != 'type']"/>
      <desc><xsl:apply-templates/></desc>
    </xsl:element>
  </xsl:template>

  <!-- A note points to who is meant; it cannot say who does it. -->
  <xsl:template match="t:stage[key('rich', generate-id())]/@who | t:said[key('rich', generate-id())]/@who">
    <xsl:attribute name="target"><xsl:value-of select="."/></xsl:attribute>
  </xsl:template>

  <!-- Figures: the dialect knows ranges of num only. -->
  <xsl:template match="t:measure[@min or @max]">
    <measure>
      <xsl:apply-templates select="@*[name() != 'min' and name() != 'max']"/>
      <num><xsl:apply-templates select="@min | @max | node()"/></num>
    </measure>
  </xsl:template>

  <!-- Title pages: their lines, one by one. -->
  <xsl:template match="t:titlePage | t:docTitle"><xsl:apply-templates/></xsl:template>

  <!-- Behind a division nothing but divisions may stand. -->
  <xsl:template match="t:titlePage[preceding-sibling::t:div]">
    <div type="titlePage"><xsl:apply-templates select="@* | node()"/></div>
  </xsl:template>

  <xsl:template match="t:titlePart">
    <p><title><xsl:apply-templates select="@* | node()"/></title></p>
  </xsl:template>

  <xsl:template match="t:docAuthor">
    <p><persName><xsl:apply-templates select="@* | node()"/></persName></p>
  </xsl:template>

  <xsl:template match="t:docDate">
    <p><date><xsl:apply-templates select="@* | node()"/></date></p>
  </xsl:template>

  <xsl:template match="t:byline/t:docAuthor">
    <persName><xsl:apply-templates select="@* | node()"/></persName>
  </xsl:template>

  <!-- The persons of a play. -->
  <xsl:template match="t:castList">
    <list type="cast"><xsl:apply-templates select="@* | node()"/></list>
  </xsl:template>
  <xsl:template match="t:castItem">
    <item><xsl:apply-templates select="@* | node()"/></item>
  </xsl:template>
  <xsl:template match="t:role | t:roleDesc">
    <name type="{local-name()}"><xsl:apply-templates select="@* | node()"/></name>
  </xsl:template>

  <!-- Blocks that the dialect does not have. A note may stand anywhere. -->
  <xsl:template match="t:byline | t:dateline | t:opener | t:closer | t:salute | t:signed | t:docImprint">
    <note type="{local-name()}"><xsl:apply-templates select="@* | node()"/></note>
  </xsl:template>

  <xsl:template match="t:docImprint/t:publisher | t:docImprint/t:pubPlace">
    <name type="{local-name()}"><xsl:apply-templates select="@* | node()"/></name>
  </xsl:template>
</xsl:stylesheet>
