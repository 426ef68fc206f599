package dev.countersign.inspect;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts tensors and the numbers in them by type, and tells the facts that follow. Numbers that are
 * too large for 64 bits stay at the largest: a hostile header must not make a negative count. For
 * one artefact.
 */
public final class TensorTally {
  /** More types than any format has. */
  private static final int MOST_TYPES = 1_000;

  private final Map<String, Long> types = new TreeMap<>();
  private long tensors;
  private long numbers;

  /** One tensor more, of so many numbers, from 0, of a type; an empty type is not told. */
  public void add(String type, long count) {
    tensors++;
    numbers = sum(numbers, count);
    if (!type.isEmpty() && (types.size() < MOST_TYPES || types.containsKey(type))) {
      types.merge(type, count, TensorTally::sum);
    }
  }

  /** Whether there was no tensor. */
  public boolean isEmpty() {
    return tensors == 0;
  }

  /** How many tensors, how many numbers, and their types, of which there are most first. */
  public void tell(Examination examination) {
    examination.fact(ArtefactFact.TENSORS, Long.toString(tensors));
    examination.fact(ArtefactFact.PARAMETERS, Long.toString(numbers));
    examination.fact(ArtefactFact.TENSOR_TYPES, mostFirst());
  }

  private String mostFirst() {
    return types.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }

  private static long sum(long one, long other) {
    return Long.MAX_VALUE - one < other ? Long.MAX_VALUE : one + other;
  }
}
