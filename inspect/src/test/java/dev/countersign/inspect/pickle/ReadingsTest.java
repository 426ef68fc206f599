package dev.countersign.inspect.pickle;

import static dev.countersign.inspect.pickle.Assembler.inspect;
import static dev.countersign.inspect.pickle.Assembler.pickle;
import static dev.countersign.inspect.pickle.Assembler.protocol;
import static dev.countersign.inspect.pickle.Assembler.rules;
import static dev.countersign.inspect.pickle.Assembler.subjects;
import static dev.countersign.inspect.pickle.Assembler.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where readers of pickles differ, whatever any of them does is told. */
class ReadingsTest {
  private static final String SYSTEM = "os.system('id')";

  @ParameterizedTest
  @ValueSource(strings = {"0", "00", " 0", "+0", "0\0 ", "0\t", "0_0"})
  void numbersOfTheMemoAreReadAsTheReaderInCDoes(String number) {
    byte[] call =
        pickle()
            .str("id")
            .lines(Op.PUT, number)
            .op(Op.POP)
            .global("os", "system")
            .op(Op.BINGET, 0)
            .op(Op.TUPLE1)
            .op(Op.REDUCE)
            .stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.contains(SYSTEM));
  }

  @Test
  void aMemoNumberFarOutCostsNothing() {
    byte[] call =
        pickle()
            .str("id")
            .op(Op.LONG_BINPUT, 0xFF, 0xFF, 0xFF, 0xFF)
            .op(Op.POP)
            .global("os", "system")
            .op(Op.LONG_BINGET, 0xFF, 0xFF, 0xFF, 0xFF)
            .op(Op.TUPLE1)
            .op(Op.REDUCE)
            .stop();

    assertThat(subjects(call))
        .anyMatch(subject -> subject.contains(SYSTEM))
        .anyMatch(subject -> subject.contains("memo"));
  }

  @Test
  void aLineThatEndsWithTheFileIsReadAsTheReaderInPythonDoes() {
    byte[] call = pickle().op(Op.MARK).str("id").raw("ios\nsystemX").toBytes();

    assertThat(subjects(call)).anyMatch(subject -> subject.contains(SYSTEM));
  }

  @Test
  void aFrameThatIsLongerThanTheFileIsReadAsTheReaderInPythonDoes() {
    byte[] call =
        protocol(4)
            .op(Op.FRAME, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0)
            .stackGlobal("os", "system")
            .calledWith("id")
            .stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.contains(SYSTEM));
  }

  @Test
  void aFrameThatALineCrossesIsReadAsTheReadersInCDo() {
    // Of "xxos" the reader in C that is given a file leaves the first two letters out.
    byte[] call =
        protocol(4)
            .op(Op.FRAME, 3, 0, 0, 0, 0, 0, 0, 0)
            .raw("cxxos\nsystem\n")
            .calledWith("id")
            .stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.contains(SYSTEM));
    assertThat(rules(call)).contains("pickle-ambiguous");
  }

  @Test
  void argumentsInAListAreReadAsTheReaderInPythonDoes() {
    byte[] call =
        pickle().global("os", "system").op(Op.MARK).str("id").op(Op.LIST).op(Op.REDUCE).stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.contains(SYSTEM));
  }

  @Test
  void aValueBelowAMarkIsReadAsOlderReadersDo() {
    byte[] call =
        pickle().global("os", "system").str("id").op(Op.TUPLE1).op(Op.MARK).op(Op.REDUCE).stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.contains(SYSTEM));
  }

  @Test
  void namesWithCarriageReturnsAreReadWithoutThem() {
    byte[] call = pickle().global("os\r", "system\r").calledWith("id").stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.contains(SYSTEM));
  }

  @Test
  void aProtocolInTheMiddleChangesWhatNamesMean() {
    byte[] call = protocol(4).op(Op.PROTO, 1).global("__builtin__", "eval").calledWith("1").stop();

    assertThat(subjects(call)).anyMatch(subject -> subject.contains("builtins.eval('1')"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFF, 0x00, 'z'})
  void whatRunsBeforeABreakIsTold(int noOpcode) {
    byte[] call = pickle().global("os", "system").calledWith("id").op(noOpcode).toBytes();

    assertThat(verdict(call)).isEqualTo(Verdict.MALICIOUS);
    assertThat(rules(call)).contains("pickle-broken");
    assertThat(inspect("weights.bin", call).verdict()).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void whatRunsBeforeTheFileBreaksOffIsTold() {
    byte[] whole = pickle().global("os", "system").calledWith("id").str("rest").stop();

    assertThat(verdict(Arrays.copyOf(whole, whole.length - 3))).isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void aBrokenPickleThatDoesNothingIsAnError() {
    assertThat(verdict(protocol(2).op(Op.NONE).op(0xFF).toBytes())).isEqualTo(Verdict.ERROR);
  }

  @Test
  void eachPickleOfAFileIsRead() {
    byte[] two =
        pickle()
            .raw(protocol(4).op(Op.NONE).stop())
            .raw(pickle().global("os", "system").calledWith("id").stop())
            .toBytes();

    assertThat(subjects(two)).anyMatch(subject -> subject.contains(SYSTEM));
  }

  @Test
  void aSecondPickleMayReferToTheFirst() {
    byte[] first = protocol(2).str("id").op(Op.BINPUT, 9).stop();
    byte[] second =
        protocol(2).global("os", "system").op(Op.BINGET, 9).op(Op.TUPLE1).op(Op.REDUCE).stop();

    assertThat(subjects(pickle().raw(first).raw(second).toBytes()))
        .anyMatch(subject -> subject.contains(SYSTEM));
  }

  @Test
  void whatFollowsAPickleAndIsNoneIsANote() {
    byte[] trailing = pickle().raw(protocol(2).op(Op.NONE).stop()).raw("\0\0 weights").toBytes();

    assertThat(verdict(trailing)).isEqualTo(Verdict.CLEAN);
    assertThat(rules(trailing)).containsExactly("pickle-trailing");
  }

  @Test
  void oddityAloneIsANote() {
    byte[] odd = pickle().lines(Op.INT, "0x10").stop();

    assertThat(verdict(odd)).isEqualTo(Verdict.CLEAN);
    assertThat(rules(odd)).containsExactly("pickle-ambiguous");
  }
}
