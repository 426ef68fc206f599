package dev.countersign.inspect.safetensors;

import dev.countersign.inspect.Examination;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where tensors lie in the data, and whether each byte belongs to exactly one of them. */
record Layout(List<Tensor> tensors, long length) {
  private static final int MOST_GAPS = 4;

  /**
   * Reports tensors that lie.
   *
   * @param data where the data begins in the artefact
   * @return bytes that belong to no tensor, the first few
   */
  List<Gap> check(long data, Examination examination) {
    tensors.forEach(tensor -> alone(tensor, examination));
    List<Gap> gaps = new ArrayList<>();
    long covered = 0;
    for (Tensor tensor : byPlace()) {
      if (tensor.begin() < covered && tensor.end() > tensor.begin()) {
        examination.report(SafetensorsRules.OVERLAP, tensor.offset(), place(tensor));
      }
      if (tensor.begin() > covered) {
        gaps.add(new Gap(covered, Math.min(tensor.begin(), length) - covered));
      }
      covered = Math.max(covered, Math.min(tensor.end(), length));
    }
    if (covered < length) {
      gaps.add(new Gap(covered, length - covered));
    }
    List<Gap> real = gaps.stream().filter(gap -> gap.length() > 0).limit(MOST_GAPS).toList();
    for (Gap gap : real) {
      examination.report(
          SafetensorsRules.UNOWNED, data + gap.from(), "%,d bytes".formatted(gap.length()));
    }
    return real;
  }

  private List<Tensor> byPlace() {
    return tensors.stream()
        .filter(tensor -> tensor.begin() >= 0 && tensor.end() >= tensor.begin())
        .sorted(Comparator.comparingLong(Tensor::begin).thenComparingLong(Tensor::end))
        .toList();
  }

  private void alone(Tensor tensor, Examination examination) {
    if (tensor.begin() < 0 || tensor.end() < tensor.begin() || tensor.end() > length) {
      examination.report(SafetensorsRules.OUT_OF_RANGE, tensor.offset(), place(tensor));
    }
    if (tensor.numbers().isEmpty()) {
      examination.report(
          SafetensorsRules.OVERFLOW,
          tensor.offset(),
          tensor.name() + " of shape " + tensor.shape());
    } else if (Tensor.bits(tensor.type()).isEmpty()) {
      examination.report(
          SafetensorsRules.TYPE, tensor.offset(), tensor.name() + " of type " + tensor.type());
    } else if (tensor.bytes().orElse(-1) != tensor.end() - tensor.begin()) {
      examination.report(
          SafetensorsRules.SIZE,
          tensor.offset(),
          "%s: %s%s needs %s bytes"
              .formatted(
                  place(tensor),
                  tensor.type(),
                  tensor.shape(),
                  tensor.bytes().isPresent() ? tensor.bytes().getAsLong() : "too many"));
    }
  }

  private String place(Tensor tensor) {
    return "%s at %d to %d of %d bytes"
        .formatted(tensor.name(), tensor.begin(), tensor.end(), length);
  }
}
