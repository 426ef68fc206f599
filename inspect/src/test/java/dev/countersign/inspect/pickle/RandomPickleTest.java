package dev.countersign.inspect.pickle;

import static dev.countersign.inspect.pickle.Assembler.inspect;
import static dev.countersign.inspect.pickle.Assembler.protocol;
import static dev.countersign.inspect.pickle.Assembler.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.countersign.inspect.Inspected;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever the bytes, the machine ends with a verdict, in time and memory in proportion to them.
 */
class RandomPickleTest {
  private static final String OPCODES =
      "(.012FIJKLMNPQRSTUVXabcd}eghijl]opqrst)uGBC\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087"
          + "\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095"
          + "\u0096\u0097\u0098";

  @Test
  void randomOpcodesNeverMakeTheReaderFail() {
    Random random = new Random(7);
    for (int i = 0; i < 30_000; i++) {
      Inspected inspected = inspect(random(random));
      assertThat(inspected.findings())
          .noneMatch(finding -> finding.rule().id().equals("reader-failed"));
    }
  }

  private static byte[] random(Random random) {
    Assembler pickle = protocol(random.nextInt(6));
    int length = random.nextInt(60);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(8)) {
        case 0 -> pickle.str("os");
        case 1 ->
            pickle.global(
                random.nextBoolean() ? "builtins" : "operator",
                random.nextBoolean() ? "getattr" : "attrgetter");
        case 2 -> pickle.op(Op.EMPTY_TUPLE);
        case 3 -> pickle.op(random.nextInt(256));
        default -> pickle.op(OPCODES.charAt(random.nextInt(OPCODES.length())));
      }
    }
    return pickle.stop();
  }

  @Test
  @Timeout(20)
  void tuplesOfTuplesOfThemselvesCostWhatTheirBytesCost() {
    Assembler pickle = protocol(4).global("acme", "f").str("x");
    for (int i = 0; i < 100_000; i++) {
      pickle.op(Op.DUP).op(Op.TUPLE2);
    }

    assertThat(rules(pickle.op(Op.TUPLE1).op(Op.REDUCE).stop())).contains("pickle-unknown-call");
  }

  @Test
  @Timeout(20)
  void aListInItselfIsShownOnce() {
    byte[] pickle =
        protocol(4)
            .global("acme", "f")
            .op(Op.EMPTY_LIST)
            .op(Op.DUP)
            .op(Op.APPEND)
            .op(Op.TUPLE1)
            .op(Op.REDUCE)
            .stop();

    assertThat(rules(pickle)).containsExactly("pickle-unknown-call");
  }

  @Test
  @Timeout(20)
  void callsOfCallsOfCallsCostWhatTheirBytesCost() {
    Assembler pickle =
        protocol(4).global("functools", "partial").global("acme", "f").op(Op.TUPLE1).op(Op.REDUCE);
    for (int i = 0; i < 50_000; i++) {
      pickle
          .op(Op.BINPUT, 0)
          .op(Op.POP)
          .global("functools", "partial")
          .op(Op.BINGET, 0)
          .op(Op.TUPLE1)
          .op(Op.REDUCE);
    }

    assertThatCode(() -> inspect(pickle.op(Op.EMPTY_TUPLE).op(Op.REDUCE).stop()))
        .doesNotThrowAnyException();
  }

  @Test
  @Timeout(20)
  void namesThatAreDoubledAgainAndAgainAreGivenUp() {
    Assembler pickle = protocol(4).str("aaaaaaaa");
    for (int i = 0; i < 2_000; i++) {
      pickle
          .op(Op.BINPUT, 0)
          .op(Op.POP)
          .global("builtins", "getattr")
          .str("")
          .str("join")
          .op(Op.TUPLE2)
          .op(Op.REDUCE)
          .op(Op.MARK)
          .op(Op.BINGET, 0)
          .op(Op.BINGET, 0)
          .op(Op.LIST)
          .op(Op.TUPLE1)
          .op(Op.REDUCE);
    }

    assertThat(rules(pickle.str("x").op(Op.STACK_GLOBAL).stop())).contains("pickle-hidden-name");
  }

  @Test
  @Timeout(20)
  void anOpcodeThatAnnouncesMoreThanThereIsIsBroken() {
    byte[] pickle =
        protocol(4).op(Op.BINBYTES8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F).stop();

    assertThat(inspect(pickle).verdict().toString()).isEqualTo("error");
  }

  @Test
  void timeIsLinear() {
    inspect(deep(100_000));
    long small = time(deep(200_000));
    long large = time(deep(1_600_000));

    assertThat(Duration.ofNanos(large)).isLessThan(Duration.ofNanos(small * 40 + 400_000_000L));
  }

  private static byte[] deep(int count) {
    Assembler pickle = protocol(4);
    for (int i = 0; i < count; i++) {
      pickle.op(Op.EMPTY_LIST).op(Op.MEMOIZE);
    }
    return pickle.stop();
  }

  private static long time(byte[] pickle) {
    long start = System.nanoTime();
    inspect(pickle);
    return System.nanoTime() - start;
  }
}
