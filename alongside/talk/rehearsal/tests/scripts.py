"""Talks for tests: honest tries of several people, and ways to try without trying."""

HONEST: dict[str, list[str]] = {
    "a mother": [
        "I was scared on Tuesday when I found you asleep on the bathroom floor.",
        "How have you been sleeping lately?",
        "It sounds like you are tired of being watched all the time.",
        "I'm sorry that I shouted last week. That was my part.",
        "If you want, I can drive you to the clinic on Friday. It is up to you.",
        "I love you, and I am here either way.",
    ],
    "a brother": [
        "Hey. I missed you at dinner on Sunday, and I was worried.",
        "What has it been like for you since the job ended?",
        "That makes sense. Losing that crew must have been hard.",
        "I could sit with you while you make the call, if that would help.",
        "You decide. I am around tomorrow too.",
    ],
    "a partner": [
        "Can I tell you something that has been on my mind?",
        "Last night I heard you being sick at three, and I felt afraid.",
        "I know you hate it when I check on you, and I understand why.",
        "I noticed that you went to work all week. That took a lot of effort.",
        "What would make tonight a bit easier?",
        "I can take the children on Saturday so that you can rest.",
    ],
    "a friend": [
        "I'm glad you picked up.",
        "I feel nervous saying this. I saw the foil in the car yesterday, and I got scared for you.",
        "I am not asking you to promise anything.",
        "How do you see it?",
        "I hear you. It takes the edge off when everything is too loud.",
        "I have naloxone at home now, and I would be glad to show you where it is.",
    ],
    "a grandfather": [
        "I am old and I worry. I worry about you most of all.",
        "When you came on Monday you looked worn out. What is going on?",
        "It must be a lot to carry by yourself.",
        "I said a harsh thing at Christmas. I am sorry, I was wrong.",
        "Whatever you choose, there is a bed here for you.",
    ],
}

LOVE = [
    "I love you.",
    "I love you so much.",
    "I love you, you know that.",
    "I really love you, Sam.",
    "You know that I love you.",
    "I love you more than anything.",
]
SAD = [
    "I'm sad.",
    "I feel sad.",
    "I am so sad today.",
    "This makes me sad.",
    "I feel very sad again.",
    "I was sad all week.",
]
ASKS = [
    "How are you?",
    "What did you do today?",
    "How was work?",
    "What do you want?",
    "Who were you with?",
    "When will you be home?",
]
EVERYTHING = (
    "I was scared on Tuesday when I found you on the floor and I love you and I know it is "
    "hard and it makes sense that you are tired and I am sorry that I shouted and it is up "
    "to you and I can drive you to the clinic on Friday and I noticed that you went to work "
    "all week and how are you sleeping and what would help and I am here and I feel worried "
    "and I saw the foil in the car and I understand that you do not want to talk and I hope "
    "that you are well and you decide and I could sit with you while you call and I miss "
    "you and I was wrong at Christmas and you are strong and I am glad that you are here "
    "and I want to hear it from you and I will listen as long as it takes tonight"
)

DEGENERATE: dict[str, list[str]] = {
    "silence": [""] * 6,
    "dots": ["...", "…", "....", ".", "..", "....."],
    "the same kind line": ["It sounds like you are sad."] * 12,
    "the same question": ["How are you?"] * 6,
    "two lines in turn": ["How are you feeling?", "I love you so much."] * 4,
    "a copy with a word changed": [
        f"It sounds like you are {very} sad today."
        for very in ("", "very", "so", "really", "quite", "too")
    ],
    "only love": LOVE,
    "only sadness": SAD,
    "only questions": ASKS,
    "questions in a heap": [
        "How are you? What is wrong? Where were you? Who with?",
        "What did you take? When? How much of it? Why?",
        "Are you listening? Can you hear me? What now? Well?",
        "Where is the money? Who has it? When will it be back?",
    ],
    "one giant paragraph": [EVERYTHING],
    "giant paragraphs": [EVERYTHING, EVERYTHING + " and more", "Again: " + EVERYTHING],
    "flattery": [
        "You are amazing.",
        "You are the best son in the world.",
        "You look great, so handsome.",
        "You are a star, a genius.",
        "You are wonderful and perfect.",
        "You are so smart and so strong.",
    ],
    "letters": ["asdf asdf", "qwer qwer", "zxcv", "hjkl hjkl", "asdfasdf", "fdsa"],
    "one word again and again": [
        "love love love love love love",
        "sorry " * 20,
        "please " * 9,
    ],
    "an advertisement": [
        "Buy cheap watches online today",
        "Best prices, free delivery",
        "Click to win",
    ],
    "small talk": [
        "The bus was late.",
        "There is milk in the fridge.",
        "Your aunt rang.",
        "It may rain on Friday.",
        "The cat is out.",
        "We had soup.",
    ],
    "only ok": ["ok", "okay", "Ok.", "OK", "k", "mhm"],
    "orders": [
        "You have to stop.",
        "Go to rehab.",
        "Give me your phone.",
        "Sit down and listen to me.",
        "Stop lying and clean up your room.",
    ],
    "a yes by force": [
        "Promise me that you will go. Say yes.",
        "Yes or no?",
        "Give me your word, right now or you move out.",
        "Swear to me on your life.",
    ],
    "sweet, then sour": [
        "I love you, but you are a junkie.",
        "I understand you, but it is your own fault.",
        "I am sorry, but you always ruin everything.",
        "I am here for you, but this is your last chance.",
    ],
    "numbers": ["1", "22", "333", "4444", "55555"],
    "another script": ["Привет", "как дела", "я тебя люблю", "что с тобой"],
}

# The same moment, said well and said badly.
PAIRS: list[tuple[list[str], list[str]]] = [
    (
        ["Can we talk for five minutes? I'm worried about you."],
        ["We need to talk. Now. Sit down."],
    ),
    (
        [
            "I noticed you've been really quiet since Thursday. I'm here if you want to talk."
        ],
        ["What's wrong with you lately? You're like a ghost in this house."],
    ),
    (
        ["I can't give you cash, but I'd happily buy groceries with you."],
        ["I'm not giving you a penny, it all goes up your arm anyway."],
    ),
    (
        ["It must be exhausting. What helps, even a little?"],
        ["Everyone's exhausted because of you."],
    ),
    (
        ["You kept your appointment last week. I know that wasn't easy."],
        ["One appointment, wow, want a medal?"],
    ),
    (
        ["I miss how we used to cook together on Sundays."],
        ["You used to be a nice person, you know."],
    ),
    (
        ["I'd like to understand what it does for you. Would you tell me?"],
        ["I'll never understand how someone can be so selfish."],
    ),
    (
        ["I feel scared when the phone stays silent. A text would help me sleep."],
        ["You could at least pick up your damn phone for once."],
    ),
    (
        [
            "I'm sorry I went through your room. That was wrong of me.",
            "Is there a way I can make that right?",
        ],
        [
            "I went through your room because you lie.",
            "And don't you dare get angry with me.",
        ],
    ),
    (
        [
            "I won't have drugs in the house, because of the kids. I love you and you're welcome for dinner."
        ],
        ["Bring that stuff in here again and I'm calling the cops."],
    ),
    (
        [
            "There's a clinic that sees people the same day. Want me to ring and ask what it's like?"
        ],
        ["I've booked you in at a clinic, you're going tomorrow, end of story."],
    ),
    (
        ["Grandma asked about you. I said you're having a tough time and we love you."],
        ["Grandma cries every night thanks to you."],
    ),
    (
        ["hey, thinking of you. no need to answer. tacos thursday if you fancy it"],
        ["so you're ignoring me now too. typical"],
    ),
    (
        [
            "Ok. I hear that you don't want to talk about it tonight. Can I ask again at the weekend?"
        ],
        ["Fine, keep running away from it like always."],
    ),
    (
        ["I was wrong to compare you with your sister."],
        ["Your sister never gave us any trouble."],
    ),
    (
        [
            "If you use, please don't use alone. I'd rather have you alive than anything."
        ],
        ["Go ahead, kill yourself then, see if I care."],
    ),
    (["How was your day?"], ["High again?"]),
    (
        ["I trust you to decide. I wanted you to know I've got naloxone here."],
        ["I don't trust a word that comes out of your mouth."],
    ),
]
