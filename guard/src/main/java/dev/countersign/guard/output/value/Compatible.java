package dev.countersign.guard.output.value;

import java.text.Normalizer;

/** Texts in the form in which programs that are lenient compare them. */
final class Compatible {
  private Compatible() {}

  /** In NFKC (Unicode Annex 15), which leaves ASCII as it is. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
      }
    }
    return text;
  }
}
