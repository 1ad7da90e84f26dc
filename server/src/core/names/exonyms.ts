/** Places and bodies that outlets romanise or call in more than one way: general knowledge, one a line. */

import { squash } from '../text/fold.ts';

const FORMS = `
  Kyiv, Kiev; Kharkiv, Kharkov; Odesa, Odessa; Lviv, Lvov; Chernobyl, Chornobyl; Donbas, Donbass; Dnipro, Dnieper; Luhansk, Lugansk
  Mykolaiv, Nikolaev, Mykolayiv; Zaporizhzhia, Zaporizhia, Zaporozhye; Kherson, Herson; Belarus, Byelorussia; Chisinau, Kishinev
  Beijing, Peking; Mumbai, Bombay; Kolkata, Calcutta; Chennai, Madras; Bengaluru, Bangalore; Myanmar, Burma; Yangon, Rangoon
  Turkey, Türkiye; Czechia, Czech Republic; Eswatini, Swaziland; Ivory Coast, Cote d'Ivoire; Cape Verde, Cabo Verde
  East Timor, Timor-Leste; Macedonia, North Macedonia; Astana, Nur-Sultan; Almaty, Alma-Ata; Bishkek, Frunze
  Khan Younis, Khan Yunis, Khan Yunus; Deir al-Balah, Deir el-Balah; Jeddah, Jiddah; Mecca, Makkah; Medina, Madinah
  Qatar, Katar; Hodeidah, Hudaydah, Hodeida; Raqqa, Raqqah, Rakka; Mosul, Mawsil; Kirkuk, Karkuk; Fallujah, Falluja, Faluja
  Basra, Basrah; Benghazi, Bengasi; Sirte, Surt; Homs, Hims; Idlib, Idleb; Kabul, Kabool; Kandahar, Qandahar
  Al Qaeda, Al Qaida, Al-Qaeda, al-Qaida, Al Kaida; Hezbollah, Hizbollah, Hizbullah, Hezballah; Houthis, Huthis; Houthi, Huthi
  Taliban, Taleban; Hamas, Hamaas; Boko Haram, Boku Haram; Al Jazeera, Al Jazira; Al Shabaab, Al Shabab, Al-Shabaab
  Pyongyang, Pyeongyang; Busan, Pusan; Gyeongju, Kyongju; Incheon, Inchon; Daegu, Taegu; Gwangju, Kwangju
  Guangzhou, Canton; Chongqing, Chungking; Xinjiang, Sinkiang; Tibet, Xizang; Uighur, Uyghur, Uygur; Uighurs, Uyghurs, Uygurs
  Ho Chi Minh City, Saigon; Phnom Penh, Pnom Penh; Dhaka, Dacca; Kathmandu, Katmandu; Lucknow, Laknau
`;

const placeOf = new Map<string, number>();
for (const [index, row] of FORMS.trim()
  .split(/[;\n]\s*/)
  .entries()) {
  for (const form of row.split(',')) placeOf.set(squash(form), index);
}

/** Whether two names are forms of one: both in one row of the table. */
export function areExonyms(a: string, b: string): boolean {
  const place = placeOf.get(squash(a));
  return place !== undefined && place === placeOf.get(squash(b));
}

/** A key that all forms of one name share; undefined for names that have but one. */
export function exonymKey(name: string): string | undefined {
  const place = placeOf.get(squash(name));
  return place === undefined ? undefined : `exonym ${place}`;
}
