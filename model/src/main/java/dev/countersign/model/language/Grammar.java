package dev.countersign.model.language;

import dev.countersign.model.ElementKind;
import dev.countersign.model.language.KeyType.Vocable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Writes the grammar of one kind, key by key, so that it reads like the reference. */
final class Grammar {
  private final ElementKind kind;
  private final String meaning;
  private final List<Key> keys = new ArrayList<>();
  private Optional<String> shorthand = Optional.empty();

  private Grammar(ElementKind kind, String meaning) {
    this.kind = kind;
    this.meaning = meaning;
  }

  static Grammar of(ElementKind kind, String meaning) {
    return new Grammar(kind, meaning);
  }

  /** A bare value stands for this key. */
  Grammar shorthand(String key) {
    shorthand = Optional.of(key);
    return this;
  }

  Grammar required(String name, KeyType type, String meaning) {
    return add(new Key(name, type, true, false, meaning, ""));
  }

  Grammar key(String name, KeyType type, String meaning, String question) {
    return add(new Key(name, type, false, false, meaning, question));
  }

  /** A key that names who or what can change the element. */
  Grammar source(String name, KeyType type, String meaning, String question) {
    return add(new Key(name, type, false, true, meaning, question));
  }

  /** A key that only people read; nobody asks for it. */
  Grammar note(String name, KeyType type, String meaning) {
    return add(new Key(name, type, false, false, meaning, ""));
  }

  KindOfElement build() {
    return new KindOfElement(kind, meaning, shorthand, keys);
  }

  private Grammar add(Key key) {
    keys.add(key);
    return this;
  }

  static KeyType oneOf(Vocable... words) {
    return new KeyType.OneOf(List.of(words));
  }

  static KeyType anyOf(Vocable... words) {
    return new KeyType.AnyOf(List.of(words));
  }

  static Vocable word(String word, String meaning) {
    return new Vocable(word, meaning);
  }

  static KeyType ref(ElementKind first, ElementKind... others) {
    return new KeyType.Reference(EnumSet.of(first, others));
  }

  static KeyType refs(ElementKind first, ElementKind... others) {
    return new KeyType.References(EnumSet.of(first, others));
  }

  static KeyType trust() {
    return new KeyType.Trust();
  }

  static KeyType yesNo() {
    return new KeyType.YesNo();
  }

  static KeyType text() {
    return new KeyType.FreeText();
  }

  static KeyType rate() {
    return new KeyType.Frequency();
  }

  static KeyType money() {
    return new KeyType.Amount();
  }

  static KeyType count() {
    return new KeyType.Number();
  }

  static KeyType files() {
    return new KeyType.Files();
  }
}
