package dev.countersign.inspect.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireTest {
  private static Wire wire(Proto proto) {
    return Wire.of(Bytes.of(proto.toBytes()));
  }

  private static void readAll(Wire wire) throws Broken, IOException {
    while (wire.next()) {
      assertThat(wire.at()).isPositive();
    }
  }

  @Test
  void fieldsComeInTheirOrderWithTheirPlaces() throws Exception {
    Wire wire = wire(new Proto().number(1, 300).text(2, "graph").fixed32(3, 1f));
    assertThat(wire.next()).isTrue();
    assertThat(wire.value()).isEqualTo(300);
    assertThat(wire.next()).isTrue();
    assertThat(wire.holds(2)).isTrue();
    assertThat(wire.at()).isEqualTo(5);
    assertThat(wire.text(100)).isEqualTo("graph");
    assertThat(wire.text(2)).as("a text is cut at what is asked for").isEqualTo("gr");
    assertThat(wire.next()).isTrue();
    assertThat(wire.type()).isEqualTo(Wire.FIXED32);
    assertThat(wire.next()).isFalse();
  }

  @Test
  void aMessageInsideMayBeReadInPartOrNotAtAll() throws Exception {
    Proto inner = new Proto().text(1, "a").text(1, "b");
    Wire outer = wire(new Proto().message(1, inner).message(1, inner).number(2, 7));
    outer.next();
    Wire message = outer.message();
    message.next();
    assertThat(message.text(9)).isEqualTo("a");
    outer.next();
    outer.next();
    assertThat(outer.value()).isEqualTo(7);
  }

  @Test
  void repeatedNumbersMayBePackedOrNot() throws Exception {
    Wire wire = wire(new Proto().packed(1, 2, 300).number(1, 5));
    List<Long> numbers = new ArrayList<>();
    while (wire.next()) {
      wire.numbers(numbers::add);
    }
    assertThat(numbers).containsExactly(2L, 300L, 5L);
  }

  @Test
  void aLengthIsBelievedOnlyInsideOfItsMessage() {
    Proto inner = new Proto().tag(1, Wire.BYTES).varint(100).raw((byte) 'x');
    Wire outer = wire(new Proto().message(1, inner).bytes(2, new byte[500]));
    assertThatThrownBy(
            () -> {
              outer.next();
              readAll(outer.message());
            })
        .isInstanceOf(Broken.class)
        .hasMessageContaining("100 bytes of field 1 are announced, and 1 bytes are left");
    assertThatThrownBy(() -> readAll(wire(new Proto().tag(1, Wire.BYTES).varint(-1))))
        .hasMessageContaining("18446744073709551615");
  }

  @Test
  void aNumberOfElevenBytesAndATypeThatThereIsNotAreRefused() {
    byte[] endless = new byte[12];
    java.util.Arrays.fill(endless, (byte) 0xFF);
    assertThatThrownBy(() -> readAll(wire(new Proto().tag(1, 0).raw(endless))))
        .isInstanceOf(Broken.class);
    assertThatThrownBy(() -> readAll(wire(new Proto().tag(1, 7)))).isInstanceOf(Broken.class);
    assertThatThrownBy(() -> readAll(wire(new Proto().varint(2)))).isInstanceOf(Broken.class);
  }

  @Test
  void groupsArePassedOverAndDoNotNestWithoutEnd() throws Exception {
    Proto group = new Proto().tag(1, 3).number(2, 1).text(3, "x").tag(1, 4).number(5, 9);
    Wire wire = wire(group);
    wire.next();
    wire.next();
    assertThat(wire.value()).isEqualTo(9);
    Proto deep = new Proto();
    for (int i = 0; i < 100_000; i++) {
      deep.tag(1, 3);
    }
    assertThatThrownBy(() -> readAll(wire(deep))).hasMessageContaining("deeper");
    assertThatThrownBy(() -> readAll(wire(new Proto().tag(1, 3).tag(2, 4))))
        .hasMessageContaining("ends as 2");
  }

  @Test
  void messagesDoNotNestWithoutEnd() {
    Proto deep = new Proto().number(1, 1);
    for (int i = 0; i < 100; i++) {
      deep = new Proto().message(1, deep);
    }
    Wire outermost = wire(deep);
    assertThatThrownBy(
            () -> {
              Wire wire = outermost;
              while (wire.next()) {
                wire = wire.message();
              }
            })
        .isInstanceOf(Broken.class)
        .hasMessageContaining("deeper than 64");
  }

  @Test
  void aShapeTakesOnlyItsFieldsWrittenAsTheyMustBe() throws Exception {
    Shape shape = Shape.of().numbers(1).bytes(2);
    assertThat(shape.fits(artefact(new Proto().number(1, 8).text(2, "x")))).isTrue();
    assertThat(shape.fits(artefact(new Proto().number(1, 8).text(3, "x")))).isFalse();
    assertThat(shape.fits(artefact(new Proto().number(1, 8).number(2, 8)))).isFalse();
    assertThat(shape.fits(artefact(new Proto().number(1, 8).tag(2, 2).varint(9)))).isFalse();
    assertThat(shape.has(artefact(new Proto().number(1, 8)), 1)).isTrue();
    assertThat(shape.has(artefact(new Proto().number(1, 8)), 1, 2)).isFalse();
  }

  private static Artefact artefact(Proto proto) {
    return Artefact.of("x", Bytes.of(proto.toBytes()));
  }
}
