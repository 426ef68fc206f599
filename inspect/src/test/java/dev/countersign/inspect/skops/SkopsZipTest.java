package dev.countersign.inspect.skops;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkopsZipTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "MALICIOUS | skops-dangerous | {'__class__': 'system', '__module__': 'os', '__loader__': 'FunctionNode'}",
        "MALICIOUS | skops-dangerous | {'__class__': 'function', '__module__': 'builtins', '__loader__': 'FunctionNode', 'content': {'module_path': 'builtins', 'function': 'eval'}}",
        "MALICIOUS | skops-operator | {'__class__': 'eval', '__module__': 'builtins', '__loader__': 'OperatorFuncNode'}",
        "MALICIOUS | skops-method-gadget | {'__class__': 'method', '__module__': 'builtins', '__loader__': 'MethodNode', 'content': {'func': '__globals__', 'obj': {}}}",
        "SUSPICIOUS | skops-method | {'__class__': 'method', '__module__': 'builtins', '__loader__': 'MethodNode', 'content': {'func': 'fit', 'obj': {}}}",
        "SUSPICIOUS | skops-unknown | {'__class__': 'Mine', '__module__': '__main__', '__loader__': 'ObjectNode'}",
      })
  void whatIsNotOfAModelIsTold(Verdict verdict, String rule, String node) throws IOException {
    Inspected inspected = model(node);

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(verdict);
    assertThat(rules(inspected)).contains(rule);
  }

  @Test
  void estimatorsOfScikitLearnAreClean() throws IOException {
    Inspected inspected =
        model(
            "{'__class__': 'LogisticRegression', '__module__': 'sklearn.linear_model._logistic', '__loader__': 'ObjectNode',"
                + " 'content': [{'__class__': 'partial', '__module__': 'functools', '__loader__': 'PartialNode', 'content':"
                + " {'__class__': 'add', '__module__': 'operator', '__loader__': 'OperatorFuncNode'}},"
                + " {'__class__': 'str', '__module__': 'builtins', '__loader__': 'TypeNode'}]}");

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.CLEAN);
    assertThat(inspected.facts()).containsEntry(ArtefactFact.ARCHITECTURE, "Pipeline");
  }

  private static Inspected model(String node) throws IOException {
    String schema =
        "{\"__class__\": \"Pipeline\", \"__module__\": \"sklearn.pipeline\", \"__loader__\": \"ObjectNode\", \"content\": %s}"
            .formatted(node.replace('\'', '"'));
    return Bundle.of("schema.json", schema).zipped("m.skops");
  }
}
