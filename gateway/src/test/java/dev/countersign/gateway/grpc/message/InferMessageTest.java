package dev.countersign.gateway.grpc.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.countersign.gateway.Oip;
import dev.countersign.gateway.wire.Malformed;
import dev.countersign.gateway.wire.Tensor;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How messages are read: as protobuf's own library reads them, or not at all. */
class InferMessageTest {
  private static final int MUTANTS = 100_000;
  private static final List<byte[]> SEEDS =
      List.of(
          Oip.request(
              "model_name: 'fraud' id: '7' inputs { name: 'x' datatype: 'FP32' shape: [2, 2] contents"
                  + " { fp32_contents: [1, 2, 3, 4] } } outputs { name: 'y' }"),
          Oip.request(
              "model_name: 'fraud' inputs { name: 'a' datatype: 'INT8' shape: [2] contents {"
                  + " int_contents: [-1, 5] } } inputs { name: 'b' datatype: 'BYTES' shape: [2]"
                  + " contents { bytes_contents: 'hi' bytes_contents: 'there' } }"),
          Oip.request(
              "model_name: 'm' model_version: '1' parameters { key: 'p' value { int64_param: 3 } }"
                  + " inputs { name: 'x' datatype: 'UINT16' shape: [2] } inputs { name: 't' datatype:"
                  + " 'BYTES' shape: [1] } raw_input_contents: '\\001\\000\\377\\377'"
                  + " raw_input_contents: '\\002\\000\\000\\000ok'"));

  private static List<String> data(String text) throws Malformed {
    return InferMessage.request(Oip.request("inputs { name: 'x' " + text))
        .tensors()
        .getFirst()
        .data()
        .stream()
        .map(JsonNode::asString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BOOL   | bool_contents: [true, false]   | \\001\\000                         | true,false",
        "INT8   | int_contents: [-1, 127]        | \\377\\177                         | -1,127",
        "INT16  | int_contents: [-2, 258]        | \\376\\377\\002\\001               | -2,258",
        "INT32  | int_contents: [-1, 1]          | \\377\\377\\377\\377\\001\\000\\000\\000 | -1,1",
        "INT64  | int64_contents: [-1]           | \\377\\377\\377\\377\\377\\377\\377\\377 | -1",
        "UINT8  | uint_contents: [255]           | \\377                              | 255",
        "UINT16 | uint_contents: [65535]         | \\377\\377                         | 65535",
        "UINT32 | uint_contents: [4294967295]    | \\377\\377\\377\\377               | 4294967295",
        "UINT64 | uint64_contents: [18446744073709551615] | \\377\\377\\377\\377\\377\\377\\377\\377 | 18446744073709551615",
        "FP32   | fp32_contents: [1.5]           | \\000\\000\\300\\077               | 1.5",
        "FP64   | fp64_contents: [-0.25]         | \\000\\000\\000\\000\\000\\000\\320\\277 | -0.25",
        "FP16   |                                | \\000\\076                         | 1.5",
        "BF16   |                                | \\300\\077                         | 1.5",
        "BYTES  | bytes_contents: ['hi', '']     | \\002\\000\\000\\000hi\\000\\000\\000\\000 | hi,''",
      })
  void everyTypeIsReadTypedAndRaw(String type, String typed, String raw, String expected)
      throws Malformed {
    List<String> values = List.of(expected.replace("''", "").split(",", -1));
    String head = "datatype: '%s' shape: [%d] ".formatted(type, values.size());
    assertThat(data(head + "} raw_input_contents: '" + raw + "'")).isEqualTo(values);
    if (typed != null) {
      assertThat(data(head + "contents { " + typed + " } }")).isEqualTo(values);
    }
  }

  /** Each is a message that parsers take, and not all in the same way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0a0161 0a0162", // model_name twice
        "4a0161", // field 9
        "0b 0c", // a group
        "08 01", // model_name as a number
        "0a8100 61", // a length that is longer than it has to be
        "8a00 0161", // a tag that is longer than it has to be
        "0a0561", // cut off
        "0aff ff ff ff ff ff ff ff ff 01", // a negative length
        "0aff ff ff ff ff ff ff ff ff ff ff 01", // a number without an end
        "0a01ff", // no UTF-8
        "00", // field 0
        "2a06 2a00 2a00 0a00", // contents twice
        "2a04 1a02 8100", // a length of a shape that is longer than it has to be
        "22 04 0a00 1200 22 04 0a00 2200", // a parameter with a field 4
      })
  void whatCouldBeReadInAnotherWayIsRefused(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertThatThrownBy(() -> InferMessage.request(bytes).tensors()).isInstanceOf(Malformed.class);
  }

  @Test
  void packedAndSingleNumbersAreOneList() throws Malformed {
    // inputs { name: x, datatype: INT64, shape: 1, shape: [2], contents { 3: 1, 3: [2] } }
    byte[] bytes =
        HexFormat.of()
            .parseHex("2a16 0a0178 1205494e543634 1801 1a0102 2a05 1801 1a0102".replace(" ", ""));
    Tensor tensor = InferMessage.request(bytes).tensors().getFirst();
    assertThat(tensor.shape()).containsExactly(1L, 2L);
    assertThat(tensor.data()).extracting(JsonNode::asLong).containsExactly(1L, 2L);
  }

  @Test
  void mutantsAreReadAsProtobufReadsThemOrNotAtAll() throws Exception {
    Random random = new Random(20261127);
    int read = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(SEEDS.get(i % SEEDS.size()), random);
      List<Tensor> tensors;
      String model;
      try {
        InferMessage message = InferMessage.request(mutant);
        model = message.model();
        tensors = message.tensors();
      } catch (Malformed refused) {
        continue;
      }
      read++;
      assertThat(seen(model, tensors)).isEqualTo(seen(Oip.parse("ModelInferRequest", mutant)));
    }
    assertThat(read).isBetween(MUTANTS / 100, MUTANTS / 2);
  }

  private static byte[] mutant(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = inserted(bytes, at, (byte) random.nextInt(256));
        default -> bytes = copied(bytes, at, random.nextInt(bytes.length - at));
      }
    }
    return bytes;
  }

  private static byte[] inserted(byte[] bytes, int at, byte one) {
    byte[] longer = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, longer, 0, at);
    longer[at] = one;
    System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
    return longer;
  }

  /** A part of it once more at the end. */
  private static byte[] copied(byte[] bytes, int at, int length) {
    byte[] longer = new byte[bytes.length + length];
    System.arraycopy(bytes, 0, longer, 0, bytes.length);
    System.arraycopy(bytes, at, longer, bytes.length, length);
    return longer;
  }

  private static List<Object> seen(String model, List<Tensor> tensors) {
    List<Object> seen = new ArrayList<>(List.of(model));
    for (Tensor tensor : tensors) {
      seen.add(tensor.name());
      seen.add(tensor.datatype());
      seen.add(tensor.shape());
      seen.add(tensor.data().stream().map(InferMessageTest::canonical).toList());
    }
    return seen;
  }

  /** The same of what protobuf's library has read. */
  private static List<Object> seen(DynamicMessage message) throws InvalidProtocolBufferException {
    assertThat(message.getUnknownFields().asMap()).isEmpty();
    List<Object> seen = new ArrayList<>(List.of(field(message, "model_name")));
    List<?> raw = (List<?>) field(message, "raw_input_contents");
    List<?> inputs = (List<?>) field(message, "inputs");
    for (int i = 0; i < inputs.size(); i++) {
      DynamicMessage input = (DynamicMessage) inputs.get(i);
      seen.add(field(input, "name"));
      seen.add(field(input, "datatype"));
      seen.add(field(input, "shape"));
      seen.add(
          raw.isEmpty()
              ? typed((DynamicMessage) field(input, "contents"))
              : rawOf((String) field(input, "datatype"), (ByteString) raw.get(i)));
    }
    return seen;
  }

  private static Object field(DynamicMessage message, String name) {
    return message.getField(message.getDescriptorForType().findFieldByName(name));
  }

  private static List<Object> typed(DynamicMessage contents) {
    List<Object> all = new ArrayList<>();
    contents.getAllFields().values().forEach(values -> all.addAll((List<?>) values));
    return all.stream().map(InferMessageTest::canonical).toList();
  }

  private static List<Object> rawOf(String type, ByteString bytes) {
    byte[] all = bytes.toByteArray();
    // The form of raw contents is the protocol's own, so protobuf's library cannot tell it.
    try {
      return new Contents(all, Datatype.valueOf(type))
          .raw(new ProtoReader.Slice(0, all.length)).stream()
              .map(InferMessageTest::canonical)
              .toList();
    } catch (Malformed wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static Object canonical(Object value) {
    return switch (value) {
      case JsonNode node -> node.asString();
      case ByteString bytes -> bytes.toStringUtf8();
      default -> value.toString();
    };
  }
}
