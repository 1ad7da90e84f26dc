/**
 * How Hangul syllables are romanised in the names of public people, most usual form first: what the romanisations of
 * 636 names attest (facts), as `syllable form form; …`. North Korean forms are added by `korean.ts`.
 */

export const FAMILY_SYLLABLES = `
  강 kang khang; 경 kyung kyeong; 고 koh; 곽 kwak; 권 kwon kweon; 금 keum; 기 ki; 길 kil gil; 김 kim; 나 na; 남 nam;
  노 noh roh; 도 do; 류 you; 맹 maeng; 문 moon mun; 민 min byung; 박 park bak; 배 bae; 백 baek back; 변 byun;
  서 seo suh; 성 sung; 소 so; 손 shon sohn son; 송 song; 신 shin yee; 심 shim sim; 안 ahn an joo; 양 yang; 어 eoh;
  엄 um; 여 yeo; 염 yeom; 오 oh; 우 woo; 원 won; 위 wi; 유 yoo you yu; 윤 yoon yun youn; 은 eun; 이 lee yi rhee;
  인 in; 임 lim; 장 chang jang; 전 jeon jun chun jhun; 정 chung jung jeong choung; 제 je; 조 cho jo; 주 joo;
  지 ji; 진 jin; 채 chae; 천 chun; 최 choi choe; 추 choo chu; 표 pyo; 피 pi; 하 ha; 한 han; 함 ham; 홍 hong; 황 hwang
`;

export const GIVEN_SYLLABLES = `
  갑 kab kap; 개 kai gae; 걸 kul; 겸 kyum; 경 kyung kyoung keung gyeong; 계 kye geh; 곤 gon; 관 kwan gwan;
  광 kwang gwang; 교 kyo gyo; 구 koo ku goo gu; 국 gug kuk kook; 군 koon kun; 권 kwon; 귀 gwi; 규 gyu kyu kyoo;
  균 kyun; 근 keun kun; 금 geum kum; 기 ki gi kee; 길 ghil gil; 나 na; 남 nam; 내 nae; 년 nyeon; 노 no; 대 dae;
  덕 duk deok; 도 do; 돈 don; 동 dong; 두 doo min; 득 deuk; 라 ra; 락 rak; 래 rae lae; 련 ryun; 렬 ryeol; 례 rye;
  로 ro; 록 rok; 룡 yong ryong; 륜 ryoon; 린 lin; 림 lim rim; 만 man; 맹 maeng; 명 myung myoung myeong; 목 mok;
  무 moo; 문 moon; 미 mi mee; 민 min; 배 bae bai; 백 baek back; 범 beom bum; 병 byung byoung byeong doo; 보 bo;
  복 bok; 봉 bong; 부 boo; 빈 bin; 삼 sam; 상 sang; 석 seok suk seog suak seug; 선 sun seon; 섭 sup sub ahn;
  성 sung seong; 세 se sye sae; 소 so; 수 soo su; 숙 sook park; 순 soon; 승 seung seoung seong sung;
  식 sik shik sig; 신 shin; 실 sil; 아 ah; 애 ae; 양 yang; 언 un eon; 여 yea; 연 yeon; 열 yeol youl;
  엽 yop yeop yup; 영 young yung yeong; 오 oh o; 옥 ok ock; 온 on; 완 wan; 요 yo; 용 yong; 우 woo; 욱 wook;
  운 woon un; 웅 woong; 원 won; 유 yoo you; 윤 yoon yun youn; 은 eun; 을 eul; 읍 eup; 응 eung; 의 eui ui jin;
  이 lee yi; 익 ik ihk ic; 인 in sook ihn; 일 il ill; 자 ja; 장 jang; 재 jae; 점 jeom; 정 jung jeong jeung jeoung;
  제 je jae; 조 jo joe; 종 jong chong; 주 ju joo seop; 준 joon june jun juhn jyun; 중 jung joong; 지 jie ji jee;
  직 jik jick; 진 jin; 찬 chan; 창 chang; 채 cha chae che; 천 cheon chun; 철 chul cheol cheul; 청 chung cheong;
  춘 choon chun choun; 출 chul; 충 choung; 칠 chil; 태 tae; 택 taik; 판 pan; 표 pyo; 필 pil; 하 ha;
  학 hack hag haak hak; 한 han hahn; 해 hae; 헌 hun heon; 혁 hyuck hyuk; 현 hyun hyon; 협 hyub hyup;
  형 hyung hyeong; 혜 hye hae; 호 ho; 홍 hong; 화 hwa; 환 hwan whan; 회 hoe; 효 hyo; 후 hu; 훈 hoon hun;
  흠 heum hyum; 흥 heung; 희 hee heui
`;
