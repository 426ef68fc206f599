package dev.countersign.inspect.pmml;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static dev.countersign.inspect.bundle.Bundle.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PmmlFormatTest {
  private static final String START = "<PMML xmlns='http://www.dmg.org/PMML-4_4' version='4.4'>";

  private static Inspected body(String body) throws IOException {
    return document(START + body + "</PMML>");
  }

  private static Inspected document(String text) throws IOException {
    return Bundle.of("model.pmml", text).inspect("model.pmml");
  }

  @Test
  void aModelIsCleanAndTellsOfItself() throws Exception {
    Inspected found =
        document(
            "<?xml version='1.0'?>\n<!-- exported -->\n"
                + START
                + "<Header><Application name='SkLearn2PMML package'"
                + " version='0.110'/></Header><DataDictionary><DataField name='x'"
                + " optype='continuous' dataType='double'/></DataDictionary><TreeModel"
                + " functionName='classification' modelName='fraud'><MiningSchema><MiningField"
                + " name='y' usageType='target'/><MiningField name='x'/></MiningSchema><Extension"
                + " name='repr'>PMMLPipeline(steps=[('tree',"
                + " DecisionTreeClassifier())])</Extension><Apply function='x-atan2'/><Apply"
                + " function='+'/></TreeModel></PMML>");
    assertThat(found.findings()).isEmpty();
    assertThat(found.formats()).containsExactly("pmml");
    assertThat(found.facts())
        .containsEntry(ArtefactFact.PRODUCER, "SkLearn2PMML package 0.110")
        .containsEntry(ArtefactFact.ARCHITECTURE, "TreeModel")
        .containsEntry(ArtefactFact.FEATURES, "x")
        .containsEntry(ArtefactFact.FORMAT_VERSION, "4.4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE pmml [ <!ENTITY xxe SYSTEM 'file:///etc/passwd'> ]>",
        "<!DOCTYPE pmml [ <!ENTITY % p PUBLIC 'a' 'http://x.example/p.dtd'> %p; ]>",
        "<!DOCTYPE pmml SYSTEM 'http://x.example/evil.dtd'>",
        "<!DOCTYPE pmml PUBLIC 'dmg.org' 'http://x.example/evil.dtd'>",
      })
  void anEntityOutsideOfTheFileIsMalicious(String doctype) throws Exception {
    Inspected found = document(doctype + START + "<Header>&xxe;</Header></PMML>");
    assertThat(rules(found)).contains("xml-external-entity");
    assertThat(found.verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void anEntityIsFoundInEveryEncoding() throws Exception {
    String text =
        "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE p [<!ENTITY x SYSTEM 'file:///a'>]>"
            + START
            + "</PMML>";
    for (var charset : new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE}) {
      Inspected found = Bundle.inspect("model.pmml", text.getBytes(charset));
      assertThat(rules(found)).contains("xml-external-entity");
    }
  }

  @Test
  void anEncodingThatHidesLettersIsSuspicious() throws Exception {
    String text =
        "<?xml version='1.0' encoding='%s'?><!DOCTYPE p [<!ENTITY x SYSTEM 'file:///a'>]><PMML/>";
    byte[] ebcdic = text.formatted("Cp037").getBytes(Charset.forName("Cp037"));
    assertThat(rules(Bundle.inspect("model.pmml", ebcdic)))
        .contains("xml-encoding", "xml-external-entity");
    assertThat(rules(document(text.formatted("UTF-7")))).contains("xml-encoding");
    assertThat(
            document("<?xml version='1.0' encoding='ISO-8859-1'?>" + START + "</PMML>").findings())
        .isEmpty();
  }

  @Test
  void bytesThatAreNoCharactersAreReadAsReplaced() throws Exception {
    byte[] text = (START + "<Header>?</Header></PMML>").getBytes(StandardCharsets.US_ASCII);
    text[START.length() + 8] = (byte) 0xFF;
    assertThat(Bundle.inspect("model.pmml", text).findings()).isEmpty();
  }

  @Test
  void aByteOrderMarkIsFine() throws Exception {
    String text = "\uFEFF" + START + "</PMML>";
    assertThat(Bundle.inspect("model.pmml", text.getBytes(StandardCharsets.UTF_8)).findings())
        .isEmpty();
    assertThat(Bundle.inspect("model.pmml", text.getBytes(StandardCharsets.UTF_16LE)).findings())
        .isEmpty();
  }

  @Test
  void entitiesThatExpandAreSuspiciousAndNotExpanded() throws Exception {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE p [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 40; i++) {
      laughs.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
    }
    Inspected found = document(laughs + "]>" + START + "<Header>&a39;</Header></PMML>");
    assertThat(rules(found)).containsExactly("xml-entity");
  }

  @Test
  void theDefinitionThatPmmlItselfNamedIsANote() throws Exception {
    Inspected found =
        document(
            "<!DOCTYPE PMML PUBLIC 'PMML 2.0' 'http://www.dmg.org/v2-0/pmml_v2_0.dtd'>"
                + "<PMML version='2.0'><Header/></PMML>");
    assertThat(found.verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(rules(found)).containsExactly("xml-doctype");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Header><Extension><script>alert('x')</script></Extension></Header>",
        "<Header><Extension>eval('dangerous code')</Extension></Header>",
        "<Header><Extension value='http://evil.com/steal-data'/></Header>",
        "<DataField><Value value='https://attacker.com/exfiltrate'/></DataField>",
        "<Extension><![CDATA[Runtime.getRuntime().exec('id')]]></Extension>",
        "<Apply function='com.example.backdoor.Run'/>",
        "<TableLocator><Extension name='url' value='jdbc:x'/></TableLocator>",
      })
  void codeAndOutsideDataAreSuspicious(String body) throws Exception {
    assertThat(body(body).verdict()).isEqualTo(Verdict.SUSPICIOUS);
  }

  @Test
  void aFunctionThatTheModelDefinesIsFine() throws Exception {
    assertThat(
            body("<DefineFunction name='com.acme.Score'/><Apply function='com.acme.Score'/>")
                .findings())
        .isEmpty();
  }

  @Test
  void elementsThatNestWithoutEndAreSuspiciousAndDeepTreesAreNot() throws Exception {
    assertThat(rules(document(START + "<a>".repeat(5_000)))).containsExactly("lie");
    assertThat(body("<Node>".repeat(300) + "</Node>".repeat(300)).findings()).isEmpty();
  }

  @Test
  void aStyleSheetIsSuspicious() throws Exception {
    Inspected found =
        document("<?xml-stylesheet href='http://x.example/x.xsl'?>" + START + "</PMML>");
    assertThat(rules(found)).containsExactly("xml-stylesheet");
  }

  @Test
  void whatIsNoXmlIsAnError() throws Exception {
    assertThat(document(START + "<Header><Unclosed tag</Header></PMML>").verdict())
        .isEqualTo(Verdict.ERROR);
    assertThat(verdict("model.pmml", "no XML at all")).isEqualTo(Verdict.ERROR);
  }
}
