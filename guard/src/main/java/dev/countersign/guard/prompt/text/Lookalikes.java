package dev.countersign.guard.prompt.text;

/**
 * Letters of other scripts that look like Latin ones. A table of our own, of those that fonts draw
 * the same or nearly so: Cyrillic, Greek, Armenian, Cherokee, small capitals, and the squared and
 * regional letters that compatibility normalisation leaves alone. The idea is that of Unicode
 * Technical Standard 39, whose data is far larger and mostly about scripts that no attack uses.
 */
final class Lookalikes {
  private static final String FROM =
      "аеіјорсухѕһԁԛԝёїАВЕІЈКМНОРСТУХЅԌѵѡ"
          + "αινοτυρκχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳ"
          + "օսոհցզյ"
          + "ᎪᏴᏟᎠᎬᎻᎫᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᏃ"
          + "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢꜰꜱɑɡıȷ";
  private static final String TO =
      "aeijopcyxshdqwëïABEIJKMHOPCTYXSGvw"
          + "aivotupkxwABEZHIKMNOPTYXcj"
          + "ounhgqj"
          + "ABCDEHJJKLMPRSTVWZ"
          + "abcdeghijklmnoprtuvwyzfsagij";

  private static final char[] TABLE = table();

  private Lookalikes() {}

  private static char[] table() {
    char[] table = new char[0x10000];
    for (int i = 0; i < FROM.length(); i++) {
      table[FROM.charAt(i)] = TO.charAt(i);
    }
    return table;
  }

  /** The Latin letter that looks like this one, or 0. */
  static char latin(char letter) {
    return TABLE[letter];
  }

  /** The Latin letter in this squared, circled or regional form, or 0. */
  static char latin(int point) {
    if (point >= 0x1F1E6 && point <= 0x1F1FF) {
      return (char) ('a' + point - 0x1F1E6);
    }
    if (point >= 0x1F150 && point <= 0x1F169) {
      return (char) ('a' + point - 0x1F150);
    }
    return point >= 0x1F170 && point <= 0x1F189 ? (char) ('a' + point - 0x1F170) : 0;
  }

  /**
   * Whether a letter can only be of a text in Cyrillic or Greek, since nothing Latin is like it.
   */
  static boolean betrays(char letter) {
    return letter >= 0x370 && letter <= 0x52F && Character.isLetter(letter) && TABLE[letter] == 0;
  }
}
