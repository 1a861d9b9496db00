<?xml version="1.0" encoding="UTF-8"?>
<!-- At the end of the page: all votes in a table, all persons with their speeches. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="t">

  <xsl:variable name="persons" select="$tei/t:teiHeader/t:profileDesc/t:particDesc//t:person"/>
  <xsl:variable name="votes" select="$tei/t:text//t:note[@type = 'vote']"/>

  <xsl:template name="register-of-votes">
    <xsl:if test="$votes">
      <section class="register" aria-labelledby="page:votes">
        <h2 id="page:votes"><xsl:value-of select="$w[@id = 'votes']"/></h2>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="page:votes">
          <table>
            <thead>
              <tr>
                <xsl:call-template name="column-heads"><xsl:with-param name="ids">col-vote col-for col-against col-abstained col-outcome</xsl:with-param></xsl:call-template>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$votes">
                <tr>
                  <th scope="row">
                    <xsl:choose>
                      <xsl:when test="@xml:id"><a href="#{@xml:id}"><xsl:value-of select="position()"/></a></xsl:when>
                      <xsl:otherwise><xsl:value-of select="position()"/></xsl:otherwise>
                    </xsl:choose>
                  </th>
                  <xsl:call-template name="figure"><xsl:with-param name="type">for</xsl:with-param></xsl:call-template>
                  <xsl:call-template name="figure"><xsl:with-param name="type">against</xsl:with-param></xsl:call-template>
                  <xsl:call-template name="figure"><xsl:with-param name="type">abstained</xsl:with-param></xsl:call-template>
                  <td><xsl:call-template name="outcome"/></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="register-of-persons">
    <xsl:if test="$persons">
      <section class="persons" aria-labelledby="page:persons">
        <h2 id="page:persons"><xsl:value-of select="$w[@id = 'persons']"/></h2>
        <ul role="list"><xsl:apply-templates select="$persons" mode="register"/></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A speech of two speakers has two pointers in @who: both persons count it. -->
  <xsl:template match="t:person" mode="register">
    <xsl:variable name="pointer" select="concat('#', @xml:id)"/>
    <xsl:variable name="name"><xsl:apply-templates select="." mode="name"/></xsl:variable>
    <xsl:variable name="shared" select="$shared-speeches[contains(concat(' ', normalize-space(@who), ' '), concat(' ', $pointer, ' '))]"/>
    <xsl:variable name="speeches" select="key('by-speaker', $pointer) | $shared"/>
    <li>
      <xsl:if test="@xml:id"><xsl:attribute name="id"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
      <b class="name"><xsl:value-of select="$name"/></b>
      <xsl:call-template name="other-forms"><xsl:with-param name="name" select="$name"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="not($speeches)"><xsl:text> </xsl:text><span class="tally"><xsl:value-of select="$w[@id = 'no-speech']"/></span></xsl:when>
        <xsl:otherwise>
          <details>
            <summary><xsl:call-template name="counted"><xsl:with-param name="number" select="count($speeches)"/><xsl:with-param name="what">speeches</xsl:with-param></xsl:call-template></summary>
            <xsl:for-each select="$speeches">
              <xsl:if test="@xml:id">
                <a href="#{@xml:id}"><xsl:value-of select="@xml:id"/></a><xsl:text> </xsl:text>
              </xsl:if>
            </xsl:for-each>
          </details>
        </xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

  <xsl:variable name="shared-speeches" select="$tei/t:text//t:sp[contains(normalize-space(@who), ' ')]"/>

  <!-- Forms of the name that the source prints. -->
  <xsl:template name="other-forms">
    <xsl:param name="name"/>
    <xsl:variable name="forms" select="t:persName[normalize-space(.) != $name]"/>
    <xsl:if test="$forms">
      <xsl:text> </xsl:text>
      <span class="forms">
        <xsl:value-of select="$w[@id = 'also-printed']"/><xsl:text> </xsl:text>
        <xsl:for-each select="$forms">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="normalize-space(.)"/>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- The contents of the page, with its registers. -->
  <xsl:template name="contents">
    <nav aria-labelledby="page:contents">
      <details open="open">
        <summary id="page:contents"><xsl:value-of select="$w[@id = 'contents']"/></summary>
        <ol>
          <xsl:apply-templates select="t:text/t:front/t:div | t:text/t:body/t:div | t:text/t:body/t:head | t:text/t:back/t:div" mode="contents"/>
          <xsl:if test="t:text//t:note[@type = 'vote']"><li><a href="#page:votes"><xsl:value-of select="$w[@id = 'votes']"/></a></li></xsl:if>
          <xsl:if test="$persons"><li><a href="#page:persons"><xsl:value-of select="$w[@id = 'persons']"/></a></li></xsl:if>
          <li><a href="#page:about"><xsl:value-of select="$w[@id = 'about-encoding']"/></a></li>
        </ol>
      </details>
    </nav>
  </xsl:template>
</xsl:stylesheet>
