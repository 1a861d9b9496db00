<?xml version="1.0" encoding="UTF-8"?>
<!-- What tables say of a speech or a vote: session, day, persons, reading text, motion. Imported by the tables and json. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0">
  <xsl:import href="reading.xsl"/>

  <xsl:variable name="labels">no</xsl:variable>

  <xsl:key name="by-id" match="*[@xml:id]" use="@xml:id"/>

  <!-- Divisions with a date in their heading: looked for once, not for each speech. -->
  <xsl:key name="dated" match="t:div[t:head//t:date/@when]" use="generate-id()"/>

  <!-- The number of the sitting, or its id where it has no number. -->
  <xsl:template match="*" mode="session">
    <xsl:variable name="session" select="ancestor::t:div[@type = 'session'][1]"/>
    <xsl:choose>
      <xsl:when test="$session/@n"><xsl:value-of select="$session/@n"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$session/@xml:id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The Gregorian day: of the nearest heading with a date, else of the whole meeting, if that was a single day. -->
  <xsl:template match="*" mode="day">
    <xsl:variable name="near" select="ancestor::t:div[key('dated', generate-id())][1]/t:head//t:date/@when"/>
    <xsl:choose>
      <xsl:when test="$near"><xsl:value-of select="$near[1]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="(/t:TEI/t:teiHeader/t:profileDesc/t:settingDesc//t:date/@when)[1]"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Pointers such as "#a #b", as ids: "a b". -->
  <xsl:template match="@*" mode="ids"><xsl:value-of select="normalize-space(translate(., '#', ''))"/></xsl:template>

  <!-- The names of the persons that ids mean, in the same order. (A hundred names are enough: calls nest.) -->
  <xsl:template name="names">
    <xsl:param name="ids"/>
    <xsl:param name="between" select="'; '"/>
    <xsl:param name="most" select="100"/>
    <xsl:variable name="rest" select="substring-after($ids, ' ')"/>
    <xsl:for-each select="key('by-id', substring-before(concat($ids, ' '), ' '))[1]">
      <xsl:variable name="name" select="(t:persName[@type = 'main' or @type = 'standard']
                                          | t:persName[not(../t:persName[@type = 'main' or @type = 'standard'])])[1]"/>
      <xsl:choose>
        <xsl:when test="$name"><xsl:value-of select="normalize-space($name)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="@xml:id"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:if test="$rest != '' and $most &gt; 1">
      <xsl:value-of select="$between"/>
      <xsl:call-template name="names">
        <xsl:with-param name="ids" select="$rest"/>
        <xsl:with-param name="between" select="$between"/>
        <xsl:with-param name="most" select="$most - 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The label as printed, without the white space around it. -->
  <xsl:template match="t:sp" mode="label">
    <xsl:variable name="label"><xsl:apply-templates select="t:speaker/node()"/></xsl:variable>
    <xsl:value-of select="normalize-space($label)"/>
  </xsl:template>

  <!-- What is read of an element: its paragraphs, with $paragraph-end between them. -->
  <xsl:template match="*" mode="reading">
    <xsl:variable name="inside">
      <xsl:if test="not(self::t:sp)"><xsl:apply-templates/></xsl:if>
    </xsl:variable>
    <xsl:variable name="text">
      <xsl:if test="self::t:sp"><xsl:apply-templates select="."/></xsl:if>
      <xsl:call-template name="paragraphs"><xsl:with-param name="text" select="normalize-space($inside)"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="after" select="string-length($text) - string-length($paragraph-end)"/>
    <xsl:choose>
      <xsl:when test="substring($text, $after + 1) = $paragraph-end"><xsl:value-of select="substring($text, 1, $after)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Words: what stands between spaces. In Chinese that is a clause; there the characters tell more. -->
  <xsl:template name="count-words">
    <xsl:param name="text"/>
    <xsl:variable name="plain" select="normalize-space($text)"/>
    <xsl:choose>
      <xsl:when test="$plain = ''">0</xsl:when>
      <xsl:otherwise><xsl:value-of select="string-length($plain) - string-length(translate($plain, ' ', '')) + 1"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The figures of a vote of one kind: 38, 62-68 for a range; several ballots with a space between. -->
  <xsl:template match="t:note" mode="figures">
    <xsl:param name="kind"/>
    <xsl:for-each select=".//t:measure[@type = $kind]">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:choose>
        <xsl:when test="@quantity"><xsl:value-of select="@quantity"/></xsl:when>
        <xsl:when test="@min or @max"><xsl:value-of select="concat(@min, '-', @max)"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="normalize-space()"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- Whose motion it is: who gives the speech voted on, or the speech that the motion belongs to. Ids. -->
  <xsl:template match="t:note" mode="movers">
    <xsl:variable name="motion" select="key('by-id', substring-after(substring-before(concat(normalize-space(@corresp), ' '), ' '), '#'))"/>
    <xsl:variable name="source" select="key('by-id', substring-after($motion/ancestor-or-self::t:quote[1]/@source, '#'))"/>
    <xsl:apply-templates select="($motion/ancestor-or-self::t:sp/@who | $source[not($motion/ancestor-or-self::t:sp)]/@who)[1]" mode="ids"/>
  </xsl:template>
</xsl:stylesheet>
