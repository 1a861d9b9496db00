<?xml version="1.0" encoding="UTF-8"?>
<!-- About a document: proof, profile, rules, schema, checksum; how to cite; downloads; what the TEI header says. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:e="urn:tei-encoder:edition" exclude-result-prefixes="t e">

  <xsl:template match="e:page[@kind = 'about']" mode="main">
    <xsl:call-template name="page-heading"><xsl:with-param name="lead" select="$w[@id = 'about-lead']"/></xsl:call-template>
    <dl class="about-facts">
      <xsl:if test="/e:edition/@proof">
        <dt><xsl:value-of select="$w[@id = 'proof']"/></dt>
        <dd><xsl:variable name="proof" select="/e:edition/@proof"/><xsl:value-of select="$w[@id = concat('proof-', $proof)]"/></dd>
      </xsl:if>
      <xsl:if test="/e:edition/e:rules">
        <dt><xsl:value-of select="$w[@id = 'page-rules']"/></dt>
        <dd>
          <code><xsl:value-of select="/e:edition/e:rules/@profile"/></code><xsl:text>, </xsl:text>
          <a href="rules.html"><xsl:call-template name="counted"><xsl:with-param name="number" select="count(/e:edition/e:rules/e:rule[@id])"/><xsl:with-param name="what">rules</xsl:with-param></xsl:call-template></a>
        </dd>
      </xsl:if>
      <xsl:if test="/e:edition/e:schemas/e:schema">
        <dt><xsl:value-of select="$w[@id = 'schema']"/></dt>
        <xsl:for-each select="/e:edition/e:schemas/e:schema"><dd><code><xsl:value-of select="@href"/></code></dd></xsl:for-each>
      </xsl:if>
      <dt><xsl:value-of select="$w[@id = 'checksum']"/></dt>
      <dd><code><xsl:value-of select="/e:edition/@sha256"/></code></dd>
    </dl>
    <xsl:call-template name="cite"/>
    <xsl:call-template name="download"/>
    <xsl:for-each select="$tei"><xsl:call-template name="about"/></xsl:for-each>
  </xsl:template>

  <xsl:template name="cite">
    <section class="cite" aria-labelledby="page:cite">
      <h2 id="page:cite"><xsl:value-of select="$w[@id = 'cite']"/></h2>
      <p class="citation"><xsl:call-template name="text-lang"/><xsl:value-of select="/e:edition/e:citation/e:plain"/></p>
      <p class="hint"><xsl:value-of select="$w[@id = 'cite-place']"/></p>
      <details><summary>BibTeX</summary><pre tabindex="0"><code><xsl:value-of select="/e:edition/e:citation/e:bibtex"/></code></pre></details>
      <details><summary>CSL-JSON</summary><pre tabindex="0"><code><xsl:value-of select="/e:edition/e:citation/e:csl"/></code></pre></details>
    </section>
  </xsl:template>

  <xsl:template name="download">
    <xsl:if test="/e:edition/e:files/e:file">
      <section class="download" aria-labelledby="page:download">
        <h2 id="page:download"><xsl:value-of select="$w[@id = 'downloads']"/></h2>
        <ul role="list">
          <xsl:for-each select="/e:edition/e:files/e:file">
            <li><a href="{@href}"><xsl:value-of select="$w[@id = concat('file-', current()/@label)]"/></a></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
