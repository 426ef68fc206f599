package dev.countersign.inspect.pickle;

import static dev.countersign.inspect.pickle.Assembler.protocol;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Inspector;
import dev.countersign.inspect.Verdict;
import dev.countersign.inspect.bytes.Bytes;
import org.junit.jupiter.api.Test;

class ModelStateTest {
  @Test
  void anEstimatorTellsWhatItIsAndWhoWroteIt() {
    Inspected inspected =
        inspect(
            made("sklearn.linear_model._logistic", "LogisticRegression")
                .op(Op.EMPTY_DICT)
                .op(Op.MARK)
                .str("n_features_in_")
                .op(Op.BININT1, 4)
                .str("_sklearn_version")
                .str("1.7.2")
                .op(Op.SETITEMS)
                .op(Op.BUILD));
    assertThat(inspected.verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(inspected.facts())
        .containsEntry(ArtefactFact.ARCHITECTURE, "LogisticRegression")
        .containsEntry(ArtefactFact.PRODUCER, "scikit-learn 1.7.2")
        .containsEntry(ArtefactFact.FEATURES, "4 features");
  }

  @Test
  void aClassThatIsOnlyKnownToBeMadeMayNotBeCalled() {
    Assembler called =
        protocol(2)
            .global("sklearn.linear_model._logistic", "LogisticRegression")
            .op(Op.EMPTY_TUPLE)
            .op(Op.REDUCE);
    assertThat(inspect(called).verdict()).isEqualTo(Verdict.SUSPICIOUS);
  }

  @Test
  void aTemplateInADistributionThatRunsAnythingElseIsCode() {
    assertThat(inspect(distribution("import os\nos.system('id')\n")).verdict())
        .isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void aFormulaThatIsRestoredByRunningItIsCode() {
    Assembler data =
        made("statsmodels.base.data", "PandasData")
            .op(Op.EMPTY_DICT)
            .op(Op.MARK)
            .str("restore_design_info")
            .op(Op.NEWTRUE)
            .str("formula")
            .str("y ~ __import__('os').system('id')")
            .op(Op.SETITEMS)
            .op(Op.BUILD);
    assertThat(inspect(data).verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  private static Assembler distribution(String template) {
    return made("scipy.stats._continuous_distns", "uniform_gen")
        .op(Op.EMPTY_DICT)
        .op(Op.MARK)
        .str("_parse_arg_template")
        .str(template)
        .op(Op.SETITEMS)
        .op(Op.BUILD);
  }

  private static Assembler made(String module, String name) {
    return protocol(2).global(module, name).op(Op.EMPTY_TUPLE).op(Op.NEWOBJ);
  }

  private static Inspected inspect(Assembler pickle) {
    try {
      return Inspector.create()
          .inspect(Artefact.of("model.pkl", Bytes.of(pickle.op(Op.STOP).toBytes())));
    } catch (java.io.IOException never) {
      throw new java.io.UncheckedIOException(never);
    }
  }
}
