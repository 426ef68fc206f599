package dev.countersign.inspect.mlflow;

import static dev.countersign.inspect.bundle.Bundle.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bundle.Bundle;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MlflowConfigTest {
  @Test
  void aModelOfAFlavourOfMlflowIsClean() throws IOException {
    Inspected inspected =
        model("loader_module: mlflow.sklearn\n    model_path: model.pkl\n    code: null");

    assertThat(inspected.verdict()).as("%s", inspected.findings()).isEqualTo(Verdict.CLEAN);
    assertThat(inspected.facts()).containsEntry(ArtefactFact.PRODUCER, "MLflow 2.9.2");
  }

  @Test
  void modulesThatRunCommandsAndPathsThatLeaveAreMalicious() throws IOException {
    assertThat(rules(model("loader_module: subprocess"))).contains("mlflow-dangerous-loader");
    assertThat(rules(model("loader_module: mlflow.sklearn\n    model_path: ../../x.pkl")))
        .contains("mlflow-path");
    assertThat(model("loader_module: mlflow.sklearn\n    data: /srv/x").verdict())
        .isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void codeThatComesWithTheModelIsSuspiciousAndRead() throws IOException {
    Inspected inspected =
        Bundle.of("m/MLmodel", yaml("loader_module: mine"))
            .with("m/code/mine.py", "import os\nos.system('id')")
            .inspect("m/MLmodel");

    assertThat(rules(inspected)).contains("mlflow-loader", "python-command");
    assertThat(model("loader_module: mlflow.pyfunc.model\n    code: code").verdict())
        .isEqualTo(Verdict.SUSPICIOUS);
  }

  private static Inspected model(String flavour) throws IOException {
    return Bundle.of("MLmodel", yaml(flavour)).inspect("MLmodel");
  }

  private static String yaml(String flavour) {
    return "flavors:\n  python_function:\n    " + flavour + "\nmlflow_version: 2.9.2\n";
  }
}
