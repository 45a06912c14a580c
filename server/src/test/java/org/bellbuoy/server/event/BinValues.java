package org.bellbuoy.server.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of every type beside the text that [MS-EVEN6] and the examples of Windows give them. */
final class BinValues {
  static final Map<BinPart.Value, List<String>> GOLDEN = new LinkedHashMap<>();

  /** Of these evtxexport 20181227 tells something else: −127 for −1, and sizes in decimal. */
  static final Map<BinPart.Value, List<String>> OWN = new LinkedHashMap<>();

  static {
    put(BinPart.Value.text("täxt <&> \"'"), "täxt <&> \"'");
    put(BinPart.Value.text("end\0"), "end");
    put(BinPart.Value.text(""), "");
    put(BinPart.Value.of(0x02, "41 42 e4 00"), "ABä");
    put(BinPart.Value.of(0x03, "7f"), "127");
    put(BinPart.Value.of(0x04, "ff"), "255");
    put(BinPart.Value.of(0x05, "fe 7f"), "32766");
    put(BinPart.Value.of(0x06, "fe ff"), "65534");
    put(BinPart.Value.of(0x07, "fe ff ff 7f"), "2147483646");
    put(BinPart.Value.of(0x08, "fe ff ff ff"), "4294967294");
    put(BinPart.Value.of(0x09, "fe ff ff ff ff ff ff 7f"), "9223372036854775806");
    put(BinPart.Value.of(0x0a, "fe ff ff ff ff ff ff ff"), "18446744073709551614");
    put(BinPart.Value.of(0x0b, "00 00 c0 3f"), "1.5");
    put(BinPart.Value.of(0x0c, "00 00 00 00 00 00 d0 bf"), "-0.25");
    put(BinPart.Value.of(0x0d, "01 00 00 00"), "true");
    put(BinPart.Value.of(0x0d, "00 00 00 00"), "false");
    put(BinPart.Value.of(0x0e, "de ad be ef"), "DEADBEEF");
    put(
        BinPart.Value.of(0x0f, "e4 3c 07 5f 01 02 03 04 05 06 07 08 09 0a 0b 0c"),
        "{5F073CE4-0201-0403-0506-0708090A0B0C}");
    // 132602015702270001 ticks are 1615727970.2270001 s after 1970.
    put(BinPart.Value.number(0x11, 8, 132_602_015_702_270_001L), "2021-03-14T13:19:30.227000100Z");
    put(
        BinPart.Value.of(0x12, "e5 07 03 00 00 00 0e 00 06 00 27 00 1e 00 e3 00"),
        "2021-03-14T06:39:30.227Z");
    put(BinPart.Value.of(0x13, "01 02 00 00 00 00 00 05 20 00 00 00 20 02 00 00"), "S-1-5-32-544");
    put(BinPart.Value.of(0x14, "e7 03 00 00"), "0x3e7");
    put(BinPart.Value.of(0x15, "e7 03 00 00 00 00 00 80"), "0x80000000000003e7");
    put(BinPart.Value.of(0x20, "01 02 03 04"), "01020304");
    put(BinPart.Value.texts("one", "two <b>", "", "four"), "one", "two <b>", "", "four");
    put(BinPart.Value.of(0x84, "01 02"), "1", "2");
    put(BinPart.Value.of(0x86, "01 00 02 00"), "1", "2");
    put(BinPart.Value.of(0x88, "01 00 00 00 02 00 00 00"), "1", "2");
    put(BinPart.Value.of(0x8a, "01 00 00 00 00 00 00 00 02 00 00 00 00 00 00 00"), "1", "2");
    put(BinPart.Value.of(0x94, "e7 03 00 00 10 00 00 00"), "0x3e7", "0x10");
    put(BinPart.Value.of(0x95, "e7 03 00 00 00 00 00 00"), "0x3e7");
    put(
        BinPart.Value.of(0x8f, "e4 3c 07 5f 01 02 03 04 05 06 07 08 09 0a 0b 0c"),
        "{5F073CE4-0201-0403-0506-0708090A0B0C}");
    put(BinPart.Value.of(0x81, ""), "");
    own(BinPart.Value.of(0x03, "ff"), "-1");
    own(BinPart.Value.of(0x05, "fe ff"), "-2");
    own(BinPart.Value.of(0x07, "fe ff ff ff"), "-2");
    own(BinPart.Value.of(0x09, "fe ff ff ff ff ff ff ff"), "-2");
    own(BinPart.Value.of(0x0c, "00 00 00 00 00 00 08 40"), "3");
    own(BinPart.Value.of(0x0c, "00 00 00 00 00 00 f0 7f"), "1.#INF");
    own(BinPart.Value.of(0x0c, "00 00 00 00 00 00 f8 ff"), "-1.#IND");
    own(BinPart.Value.of(0x10, "10 00 00 00"), "0x10");
    own(BinPart.Value.of(0x10, "10 00 00 00 01 00 00 00"), "0x100000010");
    own(BinPart.Value.of(0x13, "01 01 00 00 00 00"), "010100000000");
    own(
        BinPart.Value.of(0x12, "e5 07 0d 00 00 00 0e 00 06 00 27 00 1e 00 e3 00"),
        "E5070D0000000E00060027001E00E300");
    own(BinPart.Value.of(0x77, "01 02"), "0102");
    own(BinPart.Value.of(0x88, "01 00 00"), "010000");
    own(BinPart.Value.of(0x08, "01 02"), "0102");
  }

  private BinValues() {}

  private static void put(BinPart.Value value, String... texts) {
    GOLDEN.put(value, List.of(texts));
  }

  private static void own(BinPart.Value value, String... texts) {
    OWN.put(value, List.of(texts));
  }
}
