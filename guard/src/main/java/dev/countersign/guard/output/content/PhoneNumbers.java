package dev.countersign.guard.output.content;

/**
 * Knows telephone numbers. An implementation that {@link java.util.ServiceLoader} finds, once and
 * when the first number is to be decided about, takes the place of the one here, which knows only
 * that international numbers start with a plus sign. Several threads use it.
 */
public interface PhoneNumbers {
  /**
   * Whether this is one.
   *
   * @param text 8 to 15 digits with signs between them; at most 24 characters
   */
  boolean isPhoneNumber(String text);
}
