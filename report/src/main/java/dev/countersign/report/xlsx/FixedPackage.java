package dev.countersign.report.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The same workbook with the day of the verdict in place of the clock, which fastexcel reads: so
 * the same assessment gives the same bytes.
 */
final class FixedPackage {
  private static final String CORE = "docProps/core.xml";
  private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)";

  private FixedPackage() {}

  static byte[] of(byte[] workbook, LocalDate day) {
    ByteArrayOutputStream fixed = new ByteArrayOutputStream(workbook.length);
    try (ZipOutputStream out = new ZipOutputStream(fixed)) {
      for (Map.Entry<String, byte[]> part : PackageParts.of(workbook).entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(day.atStartOfDay());
        out.putNextEntry(entry);
        out.write(part.getKey().equals(CORE) ? created(part.getValue(), day) : part.getValue());
        out.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("a workbook in memory cannot fail", impossible);
    }
    return fixed.toByteArray();
  }

  private static byte[] created(byte[] core, LocalDate day) {
    String text = new String(core, StandardCharsets.UTF_8);
    return text.replaceAll(CREATED, "$1" + day + "T00:00:00Z$2").getBytes(StandardCharsets.UTF_8);
  }
}
