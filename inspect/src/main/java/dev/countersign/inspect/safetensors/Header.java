package dev.countersign.inspect.safetensors;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Bytes;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    examination.fact(ArtefactFact.TENSORS, Integer.toString(tensors.size()));
    examination.fact(
        ArtefactFact.PARAMETERS,
        Long.toString(tensors.stream().mapToLong(tensor -> tensor.numbers().orElse(0)).sum()));
    examination.fact(ArtefactFact.TENSOR_TYPES, types());
    Metadata.tell(metadata, examination);
  }

  private String types() {
    Map<String, Long> numbers =
        tensors.stream()
            .collect(
                Collectors.groupingBy(
                    Tensor::type,
                    TreeMap::new,
                    Collectors.summingLong(tensor -> tensor.numbers().orElse(0))));
    return numbers.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }
}
