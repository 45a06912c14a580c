package org.bellbuoy.port.inventory;

/**
 * Makers known without a registry file: those of controllers, drives, switches, cameras and mobile
 * radio that ports meet, by prefixes of hardware addresses as the IEEE has assigned them. Not
 * complete: of most makers only some prefixes stand here.
 */
final class Makers {
  /** Lines of maker, kind and prefixes; kind is {@code modem}, {@code camera} or {@code -}. */
  static final String TABLE =
      """
      Siemens|-|000E8C 286336 883F99 AC6417 20A8B9 EC1C5D 080006 001B1B E0DCA0 8CF319 001FF8 683E02
      Schneider Electric|-|000054 001100 0080F4 20443A
      Rockwell Automation|-|0000BC 001D9C 086195 184C08 34C0F9 404101 5C2167 5C8816 68C8EB E49069 F45433
      ABB|-|001B45 001293
      Yaskawa|-|0020B5
      Beckhoff|-|000105
      B&R|-|006065
      WAGO|-|0030DE
      Phoenix Contact|-|00A045 A8741D
      Omron|-|00000A 3CF7D1
      Mitsubishi Electric|-|38E08E 104B46 58528A
      Pilz|-|000248
      SICK|-|000677
      Lenze|-|000A86
      SEW-Eurodrive|-|000F69
      Danfoss Drives|-|001B08
      Control Techniques|-|000D1E
      Bosch Rexroth|-|000B0F
      Fuji Electric|-|00401A
      Liebherr|-|0011B8
      Schweitzer Engineering|-|0030A7
      Tridium|-|0001F0
      Red Lion|-|0005E4
      HMS|-|003011 003056
      Lantronix|-|0080A3
      Advantech|-|74FE48 00D0C9
      Moxa|-|0090E8
      Hirschmann|-|008063 ECE555 646038 A0B086 EC74BA
      Westermo|-|00077C
      RuggedCom|-|000ADC 94B8C5 0013D5
      Innominate|-|000CBE
      VMware|-|000569 000C29 001C14 005056
      Quectel|modem|34873D C44137 7CCCFC EC1D9E E408E7 50E9DF 50804A A486AE 58D391
      Sierra Wireless|modem|00A0D5 28A331 64CE6E 84DB2F CC934A
      Telit|modem|00217E 008025 4802AF
      SIMCom|modem|381C4A 48E6C0 5C46B0
      Fibocom|modem|64F6BB 88231F B436A9
      Gemalto M2M|modem|1C4158
      Novatel Wireless|modem|0015FF 18EE86 2880A2 E08614
      CalAmp Wireless|modem|000A99
      Teltonika|modem|001E42
      InHand|modem|0023D2
      Cradlepoint|modem|003044 00E01C
      NetModule|modem|00112B
      Proscend|modem|000379
      Maestro Wireless|modem|A4AE9A
      Axis|camera|00408C ACCC8E B8A44F
      Hikvision|camera|4447CC 5803FB 64DB8B 94E1AC 98DF82 BCAD28 C056E3 ECC89C
      Dahua|camera|08EDED 24526A 5CF51A 6C1C71 74C929 9002A9 9C1463 A0BD1D E0508B FC5F49
      Mobotix|camera|0003C5
      Vivotek|camera|0002D1
      """;

  private Makers() {}
}
