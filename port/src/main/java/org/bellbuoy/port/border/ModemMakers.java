package org.bellbuoy.port.border;

import java.util.HashMap;
import java.util.Map;

/**
 * Hardware address blocks of makers of cellular modems and of the routers built around them, from
 * the IEEE's public list as of 2022. Not complete: makers of much else (Huawei, ZTE, Moxa) are left
 * out on purpose, and modems may show the address of another maker.
 */
final class ModemMakers {
  private static final Map<Integer, String> MAKERS = new HashMap<>();

  static {
    add(
        "Quectel",
        "048680 34873D 50804A 50E9DF 546503 58D391 64C403 74765B 7CCCFC 80FBF0 90BDE6 90CD1F"
            + " 9826AD A0EDFB A486AE C44137 E408E7 E84727 E8979A EC1D9E");
    add("Sierra Wireless", "00A0D5 28A331 64CE6E 84DB2F CC934A");
    add("Telit", "00217E 008025 4802AF");
    add("SIMCom", "381C4A 48E6C0 5C46B0");
    add("Fibocom", "64F6BB 88231F B436A9");
    add("Teltonika", "001E42");
    add("Robustel", "34FA40");
    add("Four-Faith", "54D0B4");
    add("InHand", "001805");
    add("Cradlepoint", "00E01C 003044");
    add("Peplink", "00116E 1056CA D413F8");
    add("Milesight", "24E124");
    add("NetModule", "00112B");
    add("INSYS", "0005B6");
    add("Gemalto M2M", "1C4158");
    add("Option Wireless", "00098C");
    add("Sequans", "001608");
    add("MultiTech", "000800 008000");
  }

  private ModemMakers() {}

  private static void add(String maker, String blocks) {
    for (String block : blocks.split(" ")) {
      MAKERS.put(Integer.parseInt(block, 16), maker);
    }
  }

  /** The maker of a hardware address, empty where it makes no modems as far as is known. */
  static String of(long mac) {
    return mac < 0 ? "" : MAKERS.getOrDefault((int) (mac >>> 24), "");
  }

  /** Whether an address is one that routers share: VRRP (RFC 5798), HSRP, GLBP. */
  static boolean isShared(long mac) {
    return mac >>> 8 == 0x00005e0001L
        || mac >>> 8 == 0x00005e0002L
        || mac >>> 8 == 0x00000c07acL
        || mac >>> 12 == 0x00000c9ffL
        || mac >>> 16 == 0x0007b400L;
  }
}
