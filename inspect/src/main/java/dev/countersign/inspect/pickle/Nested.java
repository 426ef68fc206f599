package dev.countersign.inspect.pickle;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import dev.countersign.inspect.pickle.knowledge.Standing;
import java.io.IOException;
import java.util.Optional;

/** Bytes in a pickle that loading unpickles in turn: they are looked into, too. */
final class Nested {
  private final Judge judge;

  Nested(Judge judge) {
    this.judge = judge;
  }

  /** A call of a function that loads. */
  Value load(Global callee, Items arguments, long at) throws Broken, IOException {
    Optional<Bytes> bytes = bytes(arguments.item(0));
    Examination examination = judge.report().examination();
    String name = callee + "@" + at;
    if (bytes.isPresent() && callee.gadget() == Gadget.UNPICKLE) {
      examination.memberAs(PickleFormat.ID, name, bytes.get());
    } else if (bytes.isPresent()) {
      examination.member(name, bytes.get());
    } else if (callee.gadget() == Gadget.LOAD_BYTES) {
      judge.dangerous("REDUCE", callee, arguments, at);
    }
    boolean safe = callee.gadget() == Gadget.LOAD_BYTES && bytes.isPresent();
    return new Made(callee, arguments, safe ? Standing.SAFE : Standing.DANGEROUS);
  }

  private Optional<Bytes> bytes(Value from) {
    Optional<Text> text = judge.text(from);
    if (text.isPresent()) {
      return text.map(Text::content);
    }
    boolean file =
        from instanceof Made made
            && made.callee() instanceof Global callee
            && callee.gadget() == Gadget.FILE;
    return file ? bytes(((Made) from).arguments().item(0)) : Optional.empty();
  }
}
