package org.bellbuoy.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A form in which registers are exchanged, and which way. */
enum RegisterFormat {
  FOLDER(true, true),
  BODS(true, true),
  FTM(true, true),
  CYCLONEDX(true, true),
  GLEIF(true, false),
  CABLES(true, false),
  LIST(true, false),
  GRAPHML(false, true),
  GEOJSON(false, true);

  private final boolean read;
  private final boolean written;

  RegisterFormat(boolean read, boolean written) {
    this.read = read;
    this.written = written;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isRead() {
    return read;
  }

  boolean isWritten() {
    return written;
  }

  /** From its word. */
  static final class Converter implements ITypeConverter<RegisterFormat> {
    @Override
    public RegisterFormat convert(String value) {
      return Arrays.stream(values())
          .filter(format -> format.word().equals(value.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no format; known are %s"
                          .formatted(
                              value,
                              Arrays.stream(values())
                                  .map(RegisterFormat::word)
                                  .collect(Collectors.joining(", ")))));
    }
  }
}
