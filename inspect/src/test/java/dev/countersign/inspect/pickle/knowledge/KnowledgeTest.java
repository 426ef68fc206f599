package dev.countersign.inspect.pickle.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeTest {
  private static final Knowledge USUAL = Knowledge.usual();

  @Test
  void aNameThatNobodyListedIsNeitherSafeNorDangerous() {
    assertEquals(Known.NOTHING, USUAL.of("acme.models", "Scorer"));
    assertEquals(Known.NOTHING, USUAL.of("sklearn.tree._classes", "NoSuchTree"));
  }

  @ParameterizedTest
  @CsvSource({
    "builtins, set, CALL",
    "collections, OrderedDict, CLASS",
    "_codecs, encode, CALL",
    "numpy, float64, CALL",
    "numpy, ndarray, CALL",
    "numpy._core.multiarray, scalar, CALL",
    "numpy.core.multiarray, _reconstruct, CALL",
    "numpy.random._pickle, __generator_ctor, CALL",
    "pandas.core.internals.managers, BlockManager, CLASS",
    "pandas.core.indexes.base, _new_Index, CALL",
    "scipy.sparse.csr, csr_matrix, CLASS",
    "scipy.stats._continuous_distns, uniform_gen, OBJECT",
    "sklearn.linear_model._logistic, LogisticRegression, OBJECT",
    "sklearn.linear_model.logistic, LogisticRegression, OBJECT",
    "sklearn.ensemble.gradient_boosting, BinomialDeviance, OBJECT",
    "sklearn.tree._tree, Tree, CLASS",
    "_loss, CyHalfBinomialLoss, CLASS"
  })
  void whatLibrariesSaveIsSafeUnderOldAndNewNames(String module, String name, Manner manner) {
    Known known = USUAL.of(module, name);
    assertTrue(known.safe(), known::toString);
    assertEquals(manner, known.manner());
  }

  @ParameterizedTest
  @CsvSource({
    "os, system",
    "posix, system",
    "subprocess, Popen",
    "builtins, eval",
    "builtins, getattr",
    "importlib._bootstrap, _gcd_import",
    "functools, reduce",
    "operator, methodcaller",
    "uuid, _get_command_stdout",
    "asyncio.unix_events, _UnixSubprocessTransport._start",
    "idlelib.pyshell, ModifiedInterpreter.runcommand",
    "numpy.f2py.crackfortran, getlincoef",
    "numpy.testing._private.utils, runstring",
    "numpy.lib._datasource, DataSource",
    "pandas, read_pickle",
    "pandas.core.computation.eval, eval",
    "sklearn.externals.joblib, load",
    "io, FileIO",
    "types, CodeType"
  })
  void whatRunsCodeOrReachesFilesIsDangerous(String module, String name) {
    Known known = USUAL.of(module, name);
    assertTrue(known.dangerous(), known::toString);
    assertFalse(known.reason().isBlank());
  }

  @Test
  void aSafeNameInADangerousModuleStaysSafe() {
    assertTrue(USUAL.of("uuid", "UUID").safe());
    assertTrue(USUAL.of("pathlib", "PosixPath").safe());
    assertTrue(USUAL.of("logging", "getLogger").safe());
  }

  @Test
  void aModuleIsDangerousWithAllBelowIt() {
    assertEquals("imports modules", USUAL.ofModule("importlib.machinery").reason());
    assertEquals(Known.NOTHING, USUAL.ofModule("collections"));
  }

  @Test
  void aMannerSaysWhatMayBeDoneWithAName() {
    Knowledge knowledge =
        Knowledge.parse(
            List.of(
                "library acme",
                "safe OBJECT acme.a A B",
                "safe CALL acme.a f",
                "safe VALUE acme.a v"));
    assertTrue(knowledge.of("acme.a", "B").manner().mayBeMade());
    assertFalse(knowledge.of("acme.a", "B").manner().mayBeCalled());
    assertTrue(knowledge.of("acme.a", "f").manner().mayBeCalled());
    assertFalse(knowledge.of("acme.a", "v").manner().mayBeMade());
    assertEquals("acme", knowledge.of("acme.a", "A").library());
  }

  @Test
  void aNameWithASpaceIsOnNoList() {
    assertEquals(Known.NOTHING, Knowledge.parse(List.of("safe VALUE acme a b")).of("acme", "a b"));
  }
}
