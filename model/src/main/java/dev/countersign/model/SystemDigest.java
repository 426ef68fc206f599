package dev.countersign.model;

import dev.countersign.model.language.Key;
import dev.countersign.model.language.Vocabulary;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The digest of what a system means: two files with the same digest describe the same system and
 * give the same answers.
 *
 * <p>It covers the id of the system, its elements with their facts, controls with their evidence,
 * resolutions and assumptions. It does not cover what changes no meaning: the order of keys,
 * comments, which file something stands in, the way a value is written ({@code 24/day} is {@code
 * 1/h}), and what only people read: the purpose, who signs, the next checkpoint, and free text that
 * no question asks for, such as a supplier's name. Free text that can decide something, such as
 * what an actor gains, counts by being there, not by its words. The words of a resolution or an
 * assumption are the answer itself and count.
 */
public final class SystemDigest {
  private static final String FORM = "countersign-system-1";

  private final MessageDigest digest = sha256();

  private SystemDigest() {}

  /** The digest as {@code sha256:<64 hex digits>}. */
  public static String of(SystemModel system) {
    SystemDigest digest = new SystemDigest();
    digest.put(FORM);
    digest.put(system.info().id());
    digest.count(system.elements()).forEach(digest::element);
    digest.count(system.controls()).forEach(digest::control);
    digest.count(system.resolutions()).forEach(digest::resolution);
    digest.count(system.assumptions()).forEach(digest::assumption);
    return "sha256:" + HexFormat.of().formatHex(digest.digest.digest());
  }

  private void element(Element element) {
    put(element.id());
    put(element.kind().word());
    element.facts().forEach((name, fact) -> fact(element.kind(), name, fact.value()));
    put("");
  }

  private void fact(ElementKind kind, String name, FactValue value) {
    if (!(value instanceof FactValue.Text)) {
      put(name);
      value(value);
    } else if (Vocabulary.of(kind)
        .key(name)
        .map(Key::question)
        .filter(q -> !q.isEmpty())
        .isPresent()) {
      put(name);
      put("given");
    }
  }

  /** By {@code instanceof}: a switch over types costs every run milliseconds when first met. */
  private void value(FactValue value) {
    if (value instanceof FactValue.Word(var word)) {
      put(word);
    } else if (value instanceof FactValue.Words(var words)) {
      list(words);
    } else if (value instanceof FactValue.Refs(var ids)) {
      list(ids);
    } else if (value instanceof FactValue.Level(var level)) {
      put(level.word());
    } else if (value instanceof FactValue.Flag(var yes)) {
      put(yes ? "yes" : "no");
    } else if (value instanceof FactValue.Rate rate) {
      put(Double.toString(rate.perDay()));
    } else if (value instanceof FactValue.Money(var low, var high, var currency)) {
      money(low, high, currency);
    } else if (value instanceof FactValue.Paths(var patterns)) {
      list(patterns.stream().sorted().distinct().toList());
    } else if (value instanceof FactValue.Count(var count)) {
      put(Long.toString(count));
    } else if (value instanceof FactValue.Day(var date)) {
      put(date.toString());
    } else {
      throw new IllegalStateException("no canonical form for " + value.getClass());
    }
  }

  private void money(BigDecimal low, BigDecimal high, String currency) {
    put(low.stripTrailingZeros().toPlainString());
    put(high.stripTrailingZeros().toPlainString());
    put(currency);
  }

  private void control(ControlClaim claim) {
    put(claim.id());
    for (ControlClaim.Evidence evidence : count(claim.evidence())) {
      put(evidence.kind());
      size(evidence.arguments().size());
      evidence.arguments().forEach((name, argument) -> pair(name, argument.text()));
    }
  }

  private void resolution(Resolution resolution) {
    put(resolution.threat());
    if (resolution instanceof Resolution.ByControl by) {
      put("control");
      list(by.controls().stream().sorted().distinct().toList());
    } else if (resolution instanceof Resolution.Planned planned) {
      all("planned", planned.control(), planned.owner(), planned.by(), planned.ticket());
    } else if (resolution instanceof Resolution.Accepted given) {
      all("accepted", given.by(), given.until(), given.reason(), given.record());
    } else if (resolution instanceof Resolution.DesignedOut out) {
      all("designed-out", out.change(), out.reference());
    }
  }

  private void all(String kind, Optional<?>... values) {
    put(kind);
    for (Optional<?> value : values) {
      put(value);
    }
  }

  private void assumption(Assumption assumption) {
    put(assumption.id());
    put(assumption.states());
    put(assumption.owner());
    put(assumption.until());
    list(assumption.about().stream().sorted().distinct().toList());
  }

  private void pair(String name, String text) {
    put(name);
    put(text);
  }

  private void put(Optional<?> value) {
    size(value.isPresent() ? 1 : 0);
    value.ifPresent(given -> put(given.toString()));
  }

  private void list(Collection<String> texts) {
    size(texts.size());
    texts.forEach(this::put);
  }

  private <T> Collection<T> count(Map<String, T> map) {
    size(map.size());
    return map.values();
  }

  /** Each text goes in with its length before it, so that no two texts can run into each other. */
  private void put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    size(bytes.length);
    digest.update(bytes);
  }

  private void size(int size) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (size >>> shift));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
