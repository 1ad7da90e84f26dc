/**
 * How Korean family names are written in Latin letters, and how the letters of given names are read: by the rules of
 * the Revised, McCune-Reischauer and North Korean romanisations and the habits of the South (facts).
 */

/**
 * A family name with its forms. Forms after the bar are McCune-Reischauer's or North Korea's, where the same letters
 * are another family's in the South: `song` is 송 there, and 성 only in a name that is marked as northern.
 */
export const FAMILY_NAMES = `
  김 kim gim; 이 lee yi ri rhee rhie ree | i; 박 park pak bak; 최 choi choe; 정 jung chung jeong cheong choung | chong jong;
  강 kang gang khang; 조 cho jo; 윤 yoon yun youn; 장 jang chang; 임 lim im rim yim leem; 한 han hahn; 오 oh o; 서 seo suh | so;
  신 shin sin; 권 kwon gwon kweon; 황 hwang; 안 ahn an; 송 song; 전 jeon jun chun jhun | chon jon; 홍 hong;
  유 yoo yu you ryu ryoo lyu; 고 ko koh go; 문 moon mun; 양 yang ryang; 손 son sohn shon; 배 bae pae; 백 baek paek back paik;
  허 heo hur huh her | ho; 남 nam; 심 shim sim; 노 noh roh no ro; 하 ha hah; 곽 kwak gwak; 성 sung seong | song; 차 cha;
  주 joo ju chu; 우 woo wu; 구 koo ku gu goo; 민 min; 나 na ra nah rah; 진 jin chin; 지 ji jee chi; 엄 um eom | om; 채 chae;
  원 won weon; 천 cheon chun | chon; 방 bang pang; 공 kong gong; 현 hyun hyeon hyon; 함 ham; 변 byun byeon | pyon;
  염 yeom yum | yom; 여 yeo | yo; 추 choo chu; 도 do toh | to; 소 so soh; 석 seok suk | sok; 선 sun seon; 설 seol sul | sol;
  길 gil kil; 연 yeon; 위 wi wee; 표 pyo; 명 myung | myong; 기 ki kee gi; 반 ban; 금 keum kum geum; 옥 ok; 육 yook yuk; 인 in;
  맹 maeng; 제 je; 모 mo; 탁 tak; 국 kook kuk guk; 어 eo eoh; 은 eun; 편 pyun; 용 yong; 태 tae; 경 kyung kyong; 봉 bong;
  계 kye gye; 피 pi
`;

/** Families whose usual form in the North is another than in the South: who bears it so has a northern given name. */
export const NORTHERN_FAMILIES = 'ri pak choe rim ryu ryang ro paek pae jon ra chon om';

/** Letters at the beginning of a syllable, and the consonants they stand for; capitals are the aspirated ones. */
export const SOUTHERN_ONSETS =
  'g k, gh k, k k, kk g, kh K, d d, t T, tt D, b b, p b P, pp B, s s, sh s, ss S, j j, ch c j, jj J, h h, m m, n n, r r, l r, rh r';
export const NORTHERN_ONSETS =
  'g k, k k K, kh K, kk g, d d, t d T, th T, tt D, b b, p b P, ph P, pp B, s s, sh s, ss S, j j, ch j c, chh c, tch J, jj J, h h, m m, n n r, r r, l r';

/** Vowels, as `letters sound sound`; `+` marks what is only meant before a consonant, `-` only where none follows. */
export const SOUTHERN_VOWELS =
  'a a, ah a, aa a, ae E, ai E, e E, eh E, ey E, ya ya, yae yE, ye yE, yea yE, eo v, eoh v, er- v, ur- v, uh v, yeo yv, yeou+ yv, you+ yv yu, you- yu, u u v+, oo u, ou u, woo u, yu yu yv+, yoo yu, yeu yv, eu w, eou w v, i i, ee i, ie i, y- i, yi i, o o, oh o, yo yo, wa wa, wae wE, we wE, wi wi, wee wi, whi wi, oe wE, oi wE, wo wv, weo wv, ui wi i, eui wi i';
export const NORTHERN_VOWELS =
  'a a, ae E, e E, ya ya, yae yE, ye yE, o v o, yo yv yo, u u w, yu yu, i i, wa wa, wae wE, we wE, wi wi, wo wv, oe wE, ui wi';
export const CODAS = 'k k, g k, ck k, c k, n n, t t, d t, l l, r l, m m, p p, b p, ng N';
