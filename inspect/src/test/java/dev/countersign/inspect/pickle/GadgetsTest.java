package dev.countersign.inspect.pickle;

import static dev.countersign.inspect.pickle.Assembler.pickle;
import static dev.countersign.inspect.pickle.Assembler.protocol;
import static dev.countersign.inspect.pickle.Assembler.rules;
import static dev.countersign.inspect.pickle.Assembler.subjects;
import static dev.countersign.inspect.pickle.Assembler.verdict;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Verdict;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that lead to a call somewhere else. */
class GadgetsTest {
  private static final String SYSTEM = "REDUCE os.system('id')";

  @Test
  void anAttributeOfAModule() {
    Assembler getattr =
        pickle()
            .global("builtins", "getattr")
            .global("importlib", "import_module")
            .calledWith("os");

    byte[] call = getattr.str("system").op(Op.TUPLE2).op(Op.REDUCE).calledWith("id").stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.startsWith(SYSTEM));
  }

  @Test
  void anAttributeGetter() {
    byte[] call =
        pickle()
            .global("operator", "attrgetter")
            .calledWith("system")
            .global("builtins", "__import__")
            .calledWith("os")
            .op(Op.TUPLE1)
            .op(Op.REDUCE)
            .calledWith("id")
            .stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.startsWith(SYSTEM));
  }

  @Test
  void aMethodCaller() {
    byte[] call =
        pickle()
            .global("operator", "methodcaller")
            .calledWith("system", "id")
            .global("importlib", "import_module")
            .calledWith("os")
            .op(Op.TUPLE1)
            .op(Op.REDUCE)
            .stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.startsWith(SYSTEM));
  }

  @Test
  void aPartialCall() {
    byte[] call =
        pickle()
            .global("functools", "partial")
            .global("os", "system")
            .str("id")
            .op(Op.TUPLE2)
            .op(Op.REDUCE)
            .op(Op.EMPTY_TUPLE)
            .op(Op.REDUCE)
            .stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.startsWith(SYSTEM));
  }

  @Test
  void aPartialCallThatIsGivenItsFunctionAsState() {
    Assembler partial =
        pickle()
            .global("functools", "partial")
            .global("builtins", "len")
            .op(Op.TUPLE1)
            .op(Op.REDUCE);
    Assembler state =
        partial
            .op(Op.MARK)
            .global("os", "system")
            .str("id")
            .op(Op.TUPLE1)
            .op(Op.EMPTY_DICT)
            .op(Op.NONE);

    byte[] call = state.op(Op.TUPLE).op(Op.BUILD).op(Op.EMPTY_TUPLE).op(Op.REDUCE).stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.startsWith(SYSTEM));
  }

  @ParameterizedTest
  @CsvSource({"builtins,map", "itertools,filterfalse", "functools,reduce", "builtins,apply"})
  void aFunctionThatCallsAFunction(String module, String name) {
    byte[] call =
        pickle()
            .global(module, name)
            .global("os", "system")
            .op(Op.MARK)
            .str("id")
            .op(Op.LIST)
            .op(Op.TUPLE2)
            .op(Op.REDUCE)
            .stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.startsWith(SYSTEM));
  }

  @ParameterizedTest
  @CsvSource({
    "pydoc,locate,os.system",
    "pkgutil,resolve_name,os:system",
    "hydra.utils,get_method,os.system"
  })
  void aNameThatIsResolvedByAFunction(String module, String name, String path) {
    byte[] call = pickle().global(module, name).calledWith(path).calledWith("id").stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.startsWith(SYSTEM));
  }

  @Test
  void anExtensionThatThePickleRegistersItself() {
    byte[] call =
        pickle()
            .global("copyreg", "add_extension")
            .op(Op.MARK)
            .str("os")
            .str("system")
            .op(Op.BININT1, 7)
            .op(Op.TUPLE)
            .op(Op.REDUCE)
            .op(Op.EXT1, 7)
            .calledWith("id")
            .stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.startsWith(SYSTEM));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serialization.os.system",
        "functional._os.system",
        "loads.__globals__",
        "ndarray.__class__.__base__"
      })
  void aNameWithDotsThatLeadsElsewhere(String name) {
    assertThat(verdict(protocol(4).stackGlobal("torch", name).stop())).isEqualTo(Verdict.MALICIOUS);
  }

  @ParameterizedTest
  @CsvSource({
    "__builtin__,eval,builtins.eval",
    "commands,getoutput,subprocess.getoutput",
    "exceptions,OSError,"
  })
  void namesOfPython2(String module, String name, String modern) {
    byte[] pickle = pickle().global(module, name).stop();

    if (modern == null) {
      assertThat(rules(pickle)).doesNotContain("pickle-dangerous-import");
    } else {
      assertThat(subjects(pickle)).anyMatch(subject -> subject.startsWith("GLOBAL " + modern));
    }
  }

  @Test
  void aPickleInBytes() {
    byte[] inner = pickle().global("os", "system").calledWith("id").stop();

    byte[] call =
        pickle().global("_pickle", "loads").bytes(inner).op(Op.TUPLE1).op(Op.REDUCE).stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.startsWith(SYSTEM));
  }

  @Test
  void aPickleInBytesInBase64InAFile() {
    byte[] inner = pickle().global("os", "system").calledWith("id").stop();
    String text = Base64.getEncoder().encodeToString(inner);

    byte[] call =
        pickle()
            .global("pickle", "load")
            .global("io", "BytesIO")
            .global("base64", "b64decode")
            .calledWith(text)
            .op(Op.TUPLE1)
            .op(Op.REDUCE)
            .op(Op.TUPLE1)
            .op(Op.REDUCE)
            .stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.startsWith(SYSTEM));
  }

  @Test
  void aNameThatIsComputed() {
    byte[] call =
        protocol(4)
            .str("os")
            .global("codecs", "decode")
            .calledWith("flfgrz", "rot13")
            .op(Op.STACK_GLOBAL)
            .calledWith("id")
            .stop();

    assertThat(rules(call)).contains("pickle-hidden-name");
    assertThat(subjects(call)).anyMatch(subject -> subject.startsWith(SYSTEM));
  }

  @Test
  void aNameThatIsJoined() {
    Assembler join =
        protocol(4).global("builtins", "getattr").str("").str("join").op(Op.TUPLE2).op(Op.REDUCE);
    Assembler name = join.op(Op.MARK).str("o").str("s").op(Op.LIST).op(Op.TUPLE1).op(Op.REDUCE);

    byte[] call = name.str("system").op(Op.STACK_GLOBAL).calledWith("id").stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.startsWith(SYSTEM));
  }

  @Test
  void stateThatGivesAnObjectAnotherMethod() {
    byte[] patch =
        protocol(2)
            .global("collections", "OrderedDict")
            .op(Op.EMPTY_TUPLE)
            .op(Op.NEWOBJ)
            .op(Op.EMPTY_DICT)
            .str("__setstate__")
            .global("builtins", "print")
            .op(Op.SETITEM)
            .op(Op.BUILD)
            .stop();

    assertThat(rules(patch)).contains("pickle-patch");
  }

  @ParameterizedTest
  @ValueSource(ints = {Op.BUILD, Op.APPEND})
  void stateOrItemsForAClass(int opcode) {
    byte[] patch =
        pickle().global("collections", "OrderedDict").op(Op.EMPTY_DICT).op(opcode).stop();

    assertThat(rules(patch)).contains("pickle-patch");
  }

  @Test
  void aGadgetThatIsKeptForLaterIsTold() {
    byte[] kept = pickle().global("builtins", "getattr").op(Op.TUPLE1).stop();

    assertThat(verdict(kept)).isNotEqualTo(Verdict.CLEAN);
  }

  @Test
  void anAttributeOfASafeClassIsSafeToReferTo() {
    byte[] pickle =
        pickle()
            .global("__builtin__", "getattr")
            .global("collections", "OrderedDict")
            .str("fromkeys")
            .op(Op.TUPLE2)
            .op(Op.REDUCE)
            .stop();

    assertThat(verdict(pickle)).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void aFunctionThatOnlyGetsAnAttributeLaterIsUnknown() {
    byte[] pickle = pickle().global("operator", "attrgetter").calledWith("x").stop();

    assertThat(verdict(pickle)).isEqualTo(Verdict.SUSPICIOUS);
  }

  @Test
  void aTypeByTheNameThatDillHasForIt() {
    byte[] harmless =
        pickle()
            .global("dill._dill", "_load_type")
            .calledWith("set")
            .op(Op.EMPTY_TUPLE)
            .op(Op.REDUCE)
            .stop();
    byte[] function =
        pickle()
            .global("dill._dill", "_load_type")
            .calledWith("FunctionType")
            .op(Op.EMPTY_TUPLE)
            .op(Op.REDUCE)
            .stop();

    assertThat(verdict(harmless)).isEqualTo(Verdict.CLEAN);
    assertThat(verdict(function)).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void theResultOfAnUnknownCallIsUnknown() {
    byte[] pickle =
        pickle()
            .global("acme.models", "make")
            .op(Op.EMPTY_TUPLE)
            .op(Op.REDUCE)
            .calledWith("x")
            .stop();

    assertThat(rules(pickle)).containsExactly("pickle-unknown-call", "pickle-unknown-call");
    assertThat(subjects(pickle)).contains("REDUCE acme.models.make()('x')");
  }

  @Test
  void textThatOnlyReadsLikeACallIsText() {
    byte[] pickle =
        pickle().raw("V" + new String("cos\\nsystem".getBytes(US_ASCII), US_ASCII) + "\n").stop();

    assertThat(verdict(pickle)).isEqualTo(Verdict.CLEAN);
  }
}
