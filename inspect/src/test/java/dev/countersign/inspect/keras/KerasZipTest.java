package dev.countersign.inspect.keras;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KerasZipTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "keras-module | {'module': 'keras.layers', 'class_name': 'Lambda', 'config': {'function': {'module': 'os', 'class_name': 'function', 'config': 'system'}}}",
        "keras-module | {'module': 'subprocess', 'class_name': 'Popen', 'config': {'args': ['id']}}",
        "keras-module | {'module': 'builtins', 'class_name': 'function', 'config': 'eval'}",
        "keras-module | {'class_name': 'Dense', 'config': {'units': 10, 'fn_module': 'subprocess'}}",
        "keras-gadget | {'module': 'keras.utils', 'class_name': 'function', 'config': 'get_file'}",
        "keras-gadget | {'class_name': 'Dense', 'config': {'fn': 'get_file', 'url': 'https://x.example/p'}}",
        "keras-gadget | {'module': 'keras.config', 'class_name': 'function', 'config': 'enable_unsafe_deserialization'}",
        "keras-torch-wrapper | {'module': 'keras.layers', 'class_name': 'TorchModuleWrapper', 'config': {}}",
        "keras-reads-file | {'module': 'keras.layers', 'class_name': 'StringLookup', 'config': {'vocabulary': '/etc/passwd'}}",
        "keras-reads-file | {'module': 'keras.layers', 'class_name': 'StringLookup', 'config': {'vocabulary': 'https://x.example/v'}}",
        "keras-operation | {'class_name': 'TFOpLambda', 'config': {'function': 'io.write_file'}}",
      })
  void whatRunsCodeOrReachesFilesIsMalicious(String rule, String layer) throws IOException {
    Inspected inspected = model(layer);

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.MALICIOUS);
    assertThat(rules(inspected)).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'module': 'keras.layers', 'class_name': 'Dense', 'config': {'units': 3, 'kernel_initializer': {'module': 'keras.initializers', 'class_name': 'GlorotUniform', 'config': {}}}}",
        "{'module': 'keras.layers', 'class_name': 'Activation', 'config': {'activation': {'module': 'keras.activations', 'class_name': 'function', 'config': 'relu'}}}",
        "{'module': 'keras.src.layers.core', 'class_name': 'Dense', 'config': {'name': 'system'}}",
        "{'module': 'keras.layers', 'class_name': 'StringLookup', 'config': {'vocabulary': ['/etc/passwd']}}",
        "{'module': 'builtins', 'class_name': 'function', 'config': 'my_loss'}",
      })
  void layersOfKerasAreClean(String layer) throws IOException {
    Inspected inspected = model(layer);

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.CLEAN);
    assertThat(inspected.facts()).containsEntry(ArtefactFact.PRODUCER, "Keras 3.5.0");
  }

  @Test
  void sourceOfAFunctionIsReadAsSource() throws IOException {
    assertThat(model(lambda("lambda x: x * 2")).verdict()).isEqualTo(Verdict.SUSPICIOUS);
    assertThat(model(lambda("lambda x: __import__('os').system('id')")).verdict())
        .isEqualTo(Verdict.MALICIOUS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "keras-unknown-module | {'module': 'mine.layers', 'class_name': 'Mine', 'config': {}}",
        "keras-custom | {'module': null, 'class_name': 'Mine', 'config': {}, 'registered_name': 'mine>Mine'}",
        "keras-custom | {'class_name': 'AcmeLayer', 'config': {}}",
        "keras-lambda-named | {'class_name': 'Lambda', 'config': {'function': 'mine', 'function_type': 'function'}}",
        "keras-tfsm-layer | {'class_name': 'TFSMLayer', 'config': {'filepath': 'saved'}}",
      })
  void whatKerasDoesNotHaveIsSuspicious(String rule, String layer) throws IOException {
    Inspected inspected = model(layer);

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.SUSPICIOUS);
    assertThat(rules(inspected)).contains(rule);
  }

  @Test
  void ofANameThatStandsTwiceTheLastCountsAndItIsSaid() throws IOException {
    Inspected inspected =
        zip(
            "{\"class_name\": \"Sequential\", \"config\": {}, \"class_name\": \"TorchModuleWrapper\"}");

    assertThat(rules(inspected)).contains("json-name-twice", "keras-torch-wrapper");
  }

  private static String lambda(String source) {
    String code = Base64.getEncoder().encodeToString(source.getBytes(StandardCharsets.UTF_8));
    return "{'class_name': 'Lambda', 'config': {'function': ['%s', null, null]}}".formatted(code);
  }

  private static Inspected model(String layer) throws IOException {
    return zip(
        "{'module': 'keras', 'class_name': 'Sequential', 'config': {'name': 'm', 'layers': [%s]}}"
            .formatted(layer)
            .replace('\'', '"'));
  }

  private static Inspected zip(String config) throws IOException {
    return Bundle.of("metadata.json", "{\"keras_version\": \"3.5.0\"}")
        .with("config.json", config)
        .zipped("m.keras");
  }
}
