package dev.countersign.guard.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text classifier that adds up a row of two numbers for each word, in the protocol buffers of
 * ONNX (onnx.proto3, opset 13), with a tokenizer for it.
 */
final class TinyModel {
  /** The words that it knows, and how much each speaks for an attack. */
  private static final String[] WORDS = {
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "ignore", "instructions", "weather", "sunny"
  };

  private static final float[] FOR_ATTACK = {9, 0, 0, 0, 2, 1.5f, -1, -1};

  private static final int INT64 = 7;
  private static final int FLOAT = 1;

  private TinyModel() {}

  /** Writes model, tokenizer and the file that describes them. */
  static Path write(Path folder, String... more) throws IOException {
    return write(folder, model(), more);
  }

  static Path write(Path folder, byte[] model, String... more) throws IOException {
    byte[] tokenizer = tokenizer().getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("model.onnx"), model);
    Files.write(folder.resolve("tokenizer.json"), tokenizer);
    String json =
        """
        {
          "prompt-classifier": 1,
          "name": "tiny",
          "model": { "file": "model.onnx", "sha256": "%s" },
          "tokenizer": { "file": "tokenizer.json", "sha256": "%s" },
          "attack-label": 1%s
        }
        """
            .formatted(
                Pinned.sha256(model),
                Pinned.sha256(tokenizer),
                more.length == 0 ? "" : ", " + String.join(", ", more));
    return Files.writeString(folder.resolve("classifier.json"), json);
  }

  private static String tokenizer() {
    StringBuilder vocabulary = new StringBuilder();
    for (int id = 0; id < WORDS.length; id++) {
      vocabulary.append(id == 0 ? "" : ", ").append("\"%s\": %d".formatted(WORDS[id], id));
    }
    return """
    {
      "version": "1.0", "truncation": null, "padding": null,
      "added_tokens": [
        {"id": 0, "content": "[PAD]", "special": true, "single_word": false, "lstrip": false,
         "rstrip": false, "normalized": false}
      ],
      "normalizer": { "type": "Lowercase" },
      "pre_tokenizer": { "type": "Whitespace" },
      "post_processor": { "type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2] },
      "decoder": null,
      "model": { "type": "WordLevel", "unk_token": "[UNK]", "vocab": { %s } }
    }
    """
        .formatted(vocabulary);
  }

  /** Rows of an embedding, masked, summed. */
  static byte[] model() {
    return model(new Message().bytes(9, rows()));
  }

  /** The same, with its weights in another file. */
  static byte[] modelOf(Path weights) throws IOException {
    Files.write(weights, rows());
    return modelOf(weights.toString());
  }

  static byte[] modelOf(String weights) {
    Message location = new Message().text(1, "location").text(2, weights);
    return model(new Message().message(13, location).number(14, 1));
  }

  private static byte[] model(Message weights) {
    Message graph =
        new Message()
            .message(1, node("Gather", "rows", "table", "input_ids"))
            .message(
                1,
                node("Cast", "there", "attention_mask")
                    .message(5, new Message().text(1, "to").number(3, FLOAT).number(20, 2)))
            .message(1, node("Unsqueeze", "column", "there", "last"))
            .message(1, node("Mul", "visible", "rows", "column"))
            .message(
                1,
                node("ReduceSum", "logits", "visible", "middle")
                    .message(5, new Message().text(1, "keepdims").number(3, 0).number(20, 2)))
            .text(2, "tiny")
            .message(5, table(weights))
            .message(5, axis("last", 2))
            .message(5, axis("middle", 1))
            .message(11, value("input_ids", INT64, "texts", "tokens"))
            .message(11, value("attention_mask", INT64, "texts", "tokens"))
            .message(12, value("logits", FLOAT, "texts", "labels"));
    return new Message()
        .number(1, 8)
        .message(7, graph)
        .message(8, new Message().text(1, "").number(2, 13))
        .bytes();
  }

  private static Message node(String operator, String output, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(4, operator);
  }

  private static Message table(Message weights) {
    return new Message()
        .number(1, WORDS.length)
        .number(1, 2)
        .number(2, FLOAT)
        .text(8, "table")
        .and(weights);
  }

  private static byte[] rows() {
    ByteBuffer rows =
        ByteBuffer.allocate(WORDS.length * 2 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float weight : FOR_ATTACK) {
      rows.putFloat(0).putFloat(weight);
    }
    return rows.array();
  }

  private static Message axis(String name, long axis) {
    byte[] raw =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(axis).array();
    return new Message().number(1, 1).number(2, INT64).text(8, name).bytes(9, raw);
  }

  private static Message value(String name, int type, String... sizes) {
    Message shape = new Message();
    for (String size : sizes) {
      shape.message(1, new Message().text(2, size));
    }
    Message tensor = new Message().number(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** A message of protocol buffers: numbers are varints, everything else has its length first. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message text(int field, String text) {
      return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message message) {
      return bytes(field, message.bytes());
    }

    Message and(Message other) {
      out.writeBytes(other.bytes());
      return this;
    }

    Message bytes(int field, byte[] bytes) {
      varint((long) field << 3 | 2);
      varint(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        out.write((int) ((rest & 0x7F) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
