import ChainDerivation
import Testing

@Test func sumsOfNaturalsCarry() {
  var power = Natural(1)
  for _ in 0..<200 { power = power + power }
  #expect(
    power.description == "1606938044258990275541962092341162602522202993782792835301376")
  #expect(power.integer == nil)
}

@Test(arguments: [0, 1, 999_999_999_999_999_999, 1_000_000_000_000_000_000, UInt64.max])
func aNaturalIsWrittenInFull(value: UInt64) {
  #expect(Natural(value).description == String(value))
  #expect((Natural(value) + Natural(0)) == Natural(value))
}

@Test func smallNaturalsAreIntegers() {
  #expect(Natural(0).integer == 0)
  #expect((Natural(20) + Natural(22)).integer == 42)
}
