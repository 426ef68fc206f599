package dev.countersign.inspect.safetensors;

import dev.countersign.inspect.Examination;
import dev.countersign.inspect.TensorTally;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What the header holds.
 *
 * @param tensors in their order in the header
 * @param metadata what its writer added
 */
record Header(List<Tensor> tensors, Map<String, String> metadata) {
  Header {
    tensors = List.copyOf(tensors);
    metadata = Map.copyOf(metadata);
  }

  static Header read(Bytes json, Examination examination) throws Broken, IOException {
    return new HeaderReader(json, examination).read();
  }

  /** Tells facts, and what of the metadata is no prose. */
  void tell(Examination examination) {
    TensorTally tally = new TensorTally();
    tensors.forEach(tensor -> tally.add(tensor.type(), tensor.numbers().orElse(0)));
    tally.tell(examination);
    Metadata.tell(metadata, examination);
  }
}
