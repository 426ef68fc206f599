package dev.countersign.inspect.tflite;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.payload.Payloads;
import dev.countersign.inspect.wire.Flat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Looks through one model. For one model. */
final class TfliteLook {
  private static final int LONGEST = 4096;
  private static final int LONGEST_OPTIONS = 1 << 14;
  private static final int MOST_BUFFERS = 1_000_000;

  private final Flat model;
  private final Bytes bytes;
  private final Examination examination;
  private final List<Long> buffers = new ArrayList<>();
  private final TfliteTensors tensors;

  TfliteLook(Flat model, Bytes bytes, Examination examination) {
    this.model = model;
    this.bytes = bytes;
    this.examination = examination;
    this.tensors = new TfliteTensors(examination, buffers);
  }

  void look() throws Broken, IOException {
    examination.fact(ArtefactFact.FORMAT_VERSION, Integer.toString(model.i32(0, 0)));
    prose("the description", model.text(3, LONGEST), model.at());
    new CustomOperators(examination).look(model.tables(1));
    buffers();
    Flat.Items subgraphs = model.tables(2);
    for (long i = 0; i < subgraphs.count(); i++) {
      subgraph(subgraphs.table(i), i == 0);
    }
    metadata();
    tensors.tell();
  }

  /** Buffer: its data, or where in the file it lies after the FlatBuffer. */
  private void buffers() throws Broken, IOException {
    Flat.Items items = model.tables(4);
    for (long i = 0; i < Math.min(items.count(), MOST_BUFFERS); i++) {
      Flat buffer = items.table(i);
      long offset = buffer.i64(1, 0);
      long size = buffer.i64(2, 0);
      if (offset > 1 || offset < 0) {
        range(i, buffer.at(), offset, size);
        buffers.add(size);
      } else {
        buffers.add(buffer.items(0, 1).count());
      }
    }
  }

  private void range(long index, long at, long offset, long size) {
    if (offset < 0 || size < 0 || offset > bytes.length() - size) {
      examination.report(
          TfliteRules.RANGE,
          at,
          "buffer %d: %s bytes at %s"
              .formatted(index, Long.toUnsignedString(size), Long.toUnsignedString(offset)));
    }
  }

  private void subgraph(Flat subgraph, boolean main) throws Broken, IOException {
    Flat.Items items = subgraph.tables(0);
    for (long i = 0; i < items.count(); i++) {
      tensors.tensor(items.table(i));
    }
    long count = items.count();
    indices("an input of the graph", subgraph.items(1, 4), 0, count);
    indices("an output of the graph", subgraph.items(2, 4), 0, count);
    operators(subgraph.tables(3), count);
    if (main) {
      examination.fact(ArtefactFact.NAME, subgraph.text(4, LONGEST));
      examination.fact(ArtefactFact.INPUTS, tensors.ports(subgraph.items(1, 4), items));
      examination.fact(ArtefactFact.OUTPUTS, tensors.ports(subgraph.items(2, 4), items));
    }
  }

  private void operators(Flat.Items operators, long tensorCount) throws Broken, IOException {
    long codes = model.tables(1).count();
    for (long i = 0; i < operators.count(); i++) {
      Flat operator = operators.table(i);
      long code = operator.i32(0, 0) & 0xFFFF_FFFFL;
      if (code >= codes) {
        examination.report(
            TfliteRules.INDEX, operator.at(), "operator %d of %d".formatted(code, codes));
      }
      indices("an input of an operator", operator.items(1, 4), -1, tensorCount);
      indices("an output of an operator", operator.items(2, 4), -1, tensorCount);
      options(operator);
    }
  }

  private void options(Flat operator) throws Broken, IOException {
    Flat.Items options = operator.items(5, 1);
    if (options.count() > 8 && options.count() <= LONGEST_OPTIONS) {
      prose("the arguments of an operator", operator.text(5, LONGEST_OPTIONS), options.at());
    }
  }

  /** An index of -1 stands for an argument that is left out. */
  private void indices(String what, Flat.Items indices, int least, long count)
      throws Broken, IOException {
    for (long i = 0; i < indices.count(); i++) {
      int index = indices.i32(i);
      if (index < least || index >= count) {
        examination.report(
            TfliteRules.INDEX,
            indices.at() + 4 * i,
            "%s: tensor %d of %d".formatted(what, index, count));
        return;
      }
    }
  }

  private void metadata() throws Broken, IOException {
    Flat.Items metadata = model.tables(6);
    for (long i = 0; i < metadata.count(); i++) {
      Flat entry = metadata.table(i);
      String name = entry.text(0, LONGEST);
      long index = entry.i32(1, 0) & 0xFFFF_FFFFL;
      if (index >= buffers.size()) {
        examination.report(
            TfliteRules.INDEX,
            entry.at(),
            "metadata %s: buffer %d of %d".formatted(name, index, buffers.size()));
      } else {
        content(name, index);
      }
    }
  }

  private void content(String name, long index) throws Broken, IOException {
    Flat buffer = model.tables(4).table(index);
    if (name.equals("min_runtime_version")) {
      examination.fact(
          ArtefactFact.PRODUCER, "TensorFlow Lite " + buffer.text(0, 16).replace("\0", ""));
    }
    prose("metadata " + name, buffer.text(0, LONGEST_OPTIONS), buffer.items(0, 1).at());
    Flat.Items data = buffer.items(0, 1);
    OptionalLong zip =
        data.count() > 4 && bytes.slice(data.at(), 2).copy(0, 2)[0] == 'P'
            ? OptionalLong.of(data.at())
            : OptionalLong.empty();
    if (zip.isPresent()) {
      examination.member(name, bytes.slice(data.at(), data.count()));
    }
  }

  private void prose(String what, String text, long at) {
    Payloads.in(text)
        .ifPresent(payload ->
            examination.report(
                TfliteRules.TEXT,
                at,
                "%s in %s: %s".formatted(payload.kind(), what, payload.excerpt())));
  }
}
