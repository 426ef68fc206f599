package dev.countersign.inspect.zip;

/** Code page 437, which the JDK may lack in a small runtime image. */
final class CodePage437 {
  private static final String HIGH =
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
          + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

  private CodePage437() {}

  static String text(byte[] raw) {
    StringBuilder text = new StringBuilder(raw.length);
    for (byte one : raw) {
      text.append(one >= 0 ? (char) one : HIGH.charAt(one & 0x7F));
    }
    return text.toString();
  }
}
