package dev.countersign.inspect.pickle;

import static dev.countersign.inspect.pickle.Assembler.pickle;
import static dev.countersign.inspect.pickle.Assembler.protocol;
import static dev.countersign.inspect.pickle.Assembler.subjects;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each opcode stands in a call that is only seen where the opcode is read right. */
class OpcodesTest {
  private static final byte[] ID = "id".getBytes(US_ASCII);

  /** What puts one value on the stack, and how it is shown as an argument. */
  static Stream<Arguments> values() {
    return Stream.of(
        value("NONE", p -> p.op(Op.NONE), "None"),
        value("NEWTRUE", p -> p.op(Op.NEWTRUE), "True"),
        value("NEWFALSE", p -> p.op(Op.NEWFALSE), "False"),
        value("INT", p -> p.lines(Op.INT, "-7"), "-7"),
        value(
            "INT as a boolean",
            p -> p.lines(Op.INT, "01").lines(Op.INT, "00").op(Op.TUPLE2),
            "(True, False)"),
        value("INT of base 16", p -> p.lines(Op.INT, "0x10"), "16"),
        value("INT of base 8", p -> p.lines(Op.INT, "010"), "8"),
        value("BININT", p -> p.op(Op.BININT, 0xFE, 0xFF, 0xFF, 0xFF), "-2"),
        value("BININT1", p -> p.op(Op.BININT1, 200), "200"),
        value("BININT2", p -> p.op(Op.BININT2, 1, 2), "513"),
        value("LONG", p -> p.lines(Op.LONG, "12L"), "12"),
        value("LONG1", p -> p.op(Op.LONG1, 2, 0, 0x80), "-32768"),
        value("LONG1 of nothing", p -> p.op(Op.LONG1, 0), "0"),
        value("LONG4", p -> p.op(Op.LONG4, 1, 0, 0, 0, 5), "5"),
        value("FLOAT", p -> p.lines(Op.FLOAT, "1.5"), "<number>"),
        value("BINFLOAT", p -> p.op(Op.BINFLOAT, 0, 0, 0, 0, 0, 0, 0, 0), "<number>"),
        value("STRING", p -> p.lines(Op.STRING, "'i\\x64'"), "'id'"),
        value("STRING in double quotes", p -> p.lines(Op.STRING, "\"\\151d\""), "'id'"),
        value("BINSTRING", p -> p.counted(Op.BINSTRING, 4, ID), "'id'"),
        value("SHORT_BINSTRING", p -> p.counted(Op.SHORT_BINSTRING, 1, ID), "'id'"),
        value("UNICODE", p -> p.lines(Op.UNICODE, "\\u0069d"), "'id'"),
        value("SHORT_BINUNICODE", p -> p.counted(Op.SHORT_BINUNICODE, 1, ID), "'id'"),
        value("BINUNICODE", p -> p.counted(Op.BINUNICODE, 4, ID), "'id'"),
        value("BINUNICODE8", p -> p.counted(Op.BINUNICODE8, 8, ID), "'id'"),
        value("SHORT_BINBYTES", p -> p.counted(Op.SHORT_BINBYTES, 1, ID), "b'id'"),
        value("BINBYTES", p -> p.counted(Op.BINBYTES, 4, ID), "b'id'"),
        value("BINBYTES8", p -> p.counted(Op.BINBYTES8, 8, ID), "b'id'"),
        value("BYTEARRAY8", p -> p.counted(Op.BYTEARRAY8, 8, ID), "b'id'"),
        value("NEXT_BUFFER", p -> p.op(Op.NEXT_BUFFER), "<outside>"),
        value("READONLY_BUFFER", p -> p.op(Op.NEXT_BUFFER).op(Op.READONLY_BUFFER), "<outside>"),
        value("EMPTY_TUPLE", p -> p.op(Op.EMPTY_TUPLE), "()"),
        value("EMPTY_LIST", p -> p.op(Op.EMPTY_LIST), "[]"),
        value("EMPTY_SET", p -> p.op(Op.EMPTY_SET), "{}"),
        value("EMPTY_DICT", p -> p.op(Op.EMPTY_DICT), "{}"),
        value("TUPLE1", p -> p.str("a").op(Op.TUPLE1), "('a',)"),
        value("TUPLE2", p -> p.str("a").str("b").op(Op.TUPLE2), "('a', 'b')"),
        value("TUPLE3", p -> p.str("a").str("b").str("c").op(Op.TUPLE3), "('a', 'b', 'c')"),
        value("LIST", p -> p.op(Op.MARK).str("a").op(Op.LIST), "['a']"),
        value("DICT", p -> p.op(Op.MARK).str("a").str("b").op(Op.DICT), "{'a': 'b'}"),
        value("FROZENSET", p -> p.op(Op.MARK).str("a").op(Op.FROZENSET), "{'a'}"),
        value("APPEND", p -> p.op(Op.EMPTY_LIST).str("a").op(Op.APPEND), "['a']"),
        value("APPENDS", p -> p.op(Op.EMPTY_LIST).op(Op.MARK).str("a").op(Op.APPENDS), "['a']"),
        value("SETITEM", p -> p.op(Op.EMPTY_DICT).str("a").str("b").op(Op.SETITEM), "{'a': 'b'}"),
        value(
            "SETITEMS",
            p -> p.op(Op.EMPTY_DICT).op(Op.MARK).str("a").str("b").op(Op.SETITEMS),
            "{'a': 'b'}"),
        value("ADDITEMS", p -> p.op(Op.EMPTY_SET).op(Op.MARK).str("a").op(Op.ADDITEMS), "{'a'}"),
        value("DUP", p -> p.str("a").op(Op.DUP).op(Op.TUPLE2), "('a', 'a')"),
        value("POP", p -> p.str("a").str("b").op(Op.POP), "'a'"),
        value("POP of a mark", p -> p.str("a").op(Op.MARK).op(Op.POP), "'a'"),
        value("POP_MARK", p -> p.str("a").op(Op.MARK).str("b").op(Op.POP_MARK), "'a'"),
        value(
            "PUT and GET", p -> p.str("a").lines(Op.PUT, "5").op(Op.POP).lines(Op.GET, "5"), "'a'"),
        value(
            "BINPUT and BINGET",
            p -> p.str("a").op(Op.BINPUT, 5).op(Op.POP).op(Op.BINGET, 5),
            "'a'"),
        value(
            "LONG_BINPUT and LONG_BINGET",
            p ->
                p.str("a").op(Op.LONG_BINPUT, 0, 1, 0, 0).op(Op.POP).op(Op.LONG_BINGET, 0, 1, 0, 0),
            "'a'"),
        value("MEMOIZE", p -> p.str("a").op(Op.MEMOIZE).op(Op.POP).op(Op.BINGET, 0), "'a'"),
        value("FRAME", p -> p.op(Op.FRAME, 3, 0, 0, 0, 0, 0, 0, 0).op(Op.NONE), "None"),
        value("PERSID", p -> p.lines(Op.PERSID, "7"), "<outside>('7')"),
        value("BINPERSID", p -> p.str("7").op(Op.BINPERSID), "<outside>('7')"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void anArgumentIsSeenInTheCall(String opcode, UnaryOperator<Assembler> value, String shown) {
    Assembler before = pickle().global("os", "system");

    byte[] call = value.apply(before).op(Op.TUPLE1).op(Op.REDUCE).stop();

    assertThat(subjects(call))
        .anyMatch(subject -> subject.startsWith("REDUCE os.system(" + shown + ")"));
  }

  @Test
  void whatOneFilePutsIntoAnEmptyTupleIsInNoOther() {
    byte[] fills = {')', '(', 'K', 1, 'K', 2, 'e', '.'};
    byte[] calls = "cos\nsystem\n)R.".getBytes(US_ASCII);

    subjects(fills);

    assertThat(subjects(calls)).anyMatch(subject -> subject.startsWith("REDUCE os.system()"));
  }

  static Stream<Arguments> calls() {
    UnaryOperator<Assembler> system = p -> p.global("os", "system");
    return Stream.of(
        call("REDUCE", system.apply(pickle()).str("id").op(Op.TUPLE1).op(Op.REDUCE)),
        call("INST", pickle().op(Op.MARK).str("id").lines(Op.INST, "os", "system")),
        call("OBJ", system.apply(pickle().op(Op.MARK)).str("id").op(Op.OBJ)),
        call("NEWOBJ", system.apply(pickle()).str("id").op(Op.TUPLE1).op(Op.NEWOBJ)),
        call(
            "NEWOBJ_EX",
            system.apply(pickle()).str("id").op(Op.TUPLE1).op(Op.EMPTY_DICT).op(Op.NEWOBJ_EX)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void aCallIsSeen(String opcode, Assembler call) {
    assertThat(subjects(call.stop()))
        .anyMatch(subject -> subject.startsWith(opcode + " os.system('id'"));
  }

  static Stream<Arguments> imports() {
    return Stream.of(
        call("GLOBAL", pickle().global("os", "system")),
        call("STACK_GLOBAL", protocol(4).stackGlobal("os", "system")),
        call(
            "STACK_GLOBAL",
            protocol(4)
                .str("os")
                .op(Op.MEMOIZE)
                .str("system")
                .op(Op.MEMOIZE)
                .op(Op.POP)
                .op(Op.POP)
                .op(Op.BINGET, 0)
                .op(Op.BINGET, 1)
                .op(Op.STACK_GLOBAL)),
        call(
            "STACK_GLOBAL",
            pickle()
                .lines(Op.STRING, "'os'")
                .lines(Op.UNICODE, "syst\\u0065m")
                .op(Op.STACK_GLOBAL)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("imports")
  void anImportWithoutACallIsSeen(String opcode, Assembler pickle) {
    assertThat(subjects(pickle.stop()))
        .anyMatch(subject -> subject.startsWith(opcode + " os.system"));
  }

  static Stream<Arguments> extensions() {
    return Stream.of(
        call("1", pickle().op(Op.EXT1, 1)),
        call("513", pickle().op(Op.EXT2, 1, 2)),
        call("65537", pickle().op(Op.EXT4, 1, 0, 1, 0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("extensions")
  void anExtensionThatNobodyRegisteredIsUnknown(String code, Assembler pickle) {
    assertThat(subjects(pickle.stop())).contains("extension " + code + " of copyreg");
  }

  private static Arguments value(String name, UnaryOperator<Assembler> value, String shown) {
    return Arguments.of(name, value, shown);
  }

  private static Arguments call(String name, Assembler pickle) {
    return Arguments.of(name, pickle);
  }
}
